const PLURALS =
  /^(?:people|police|men|women|children|authorities|media|staff|crew|troops|personnel|folk|clergy)$/;
const SINGULARS = /(?:ss|us|is|news|headquarters|series|congress)$/;

/** Whether a noun in small letters stands for several: by its ending and a few irregular words. */
export function isPlural(noun: string): boolean {
  return PLURALS.test(noun) || (noun.endsWith('s') && !SINGULARS.test(noun));
}
