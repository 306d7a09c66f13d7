import { Memo, plainFold, soundFold } from './fold';

/** Short forms and forms in neighbouring languages of one given name; each line is one name. */
const SAME_GIVEN = `
joseph joe joey; william bill billy will; robert bob bobby rob; michael mike mick; james jim jimmy jamie; thomas tom tommy; richard dick rick ricky; anthony tony
christopher chris; daniel dan danny; david dave; edward ed eddie ted; kenneth ken; matthew matt; nicholas nick; ronald ron; samuel sam; steven stephen steve; theodore ted
timothy tim; elizabeth liz beth betty; katherine catherine kate kathryn kathy cathy katie; andrew andy; alexander alex; benjamin ben; charles chuck charlie; donald don; gregory greg
jeffrey geoffrey jeff geoff; jonathan jon; lawrence larry; patrick pat; peter pete; raymond ray; susan sue; margaret maggie meg peggy; deborah deb debbie debra; jennifer jen jenny; rebecca becky
barack barry; mitchell mitch; gerald jerry gerry; harold harry; henry hank; leonard len leo; philip phil; walter walt; frederick fred; francis frank; victor vic; vincent vince; douglas doug
oleh oleg; serhiy serhii sergei sergey; andriy andrii andrei andrey; dmytro dmitry dmitri dmitriy; oleksandr aleksandr alexander; mykola nikolai nikolay; mykhailo mikhail; yevhen evgeny yevgeny evgeni
pavlo pavel; petro pyotr petr; vasyl vasily vasiliy; ihor igor; kostiantyn konstantin; yuri yuriy yurii yury; olena elena; kateryna katerina ekaterina; svitlana svetlana; oleksii oleksiy alexei alexey aleksei
mohammed muhammad mohamed mohammad muhammed mohamad; ahmed ahmad; hussein hussain husain; yusuf yousef youssef; omar umar; khaled khalid; abdullah abdallah; ibrahim ebrahim
muammar moammar; osama usama; benjamin binyamin; isaac yitzhak; john jon; juan ivan
`;

const GIVEN_CLASSES: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const classes = new Map<string, Set<number>>();
  SAME_GIVEN.split(/[;\n]/).forEach((line, index) => {
    for (const name of line.split(' ').filter(Boolean)) {
      const known = classes.get(name) ?? new Set<number>();
      classes.set(name, known.add(index));
    }
  });
  return classes;
})();

const PARTICLE =
  /^(?:de|la|van|von|der|den|bin|ibn|bint|el|al|da|dos|do|du|di|del|della|le|ter|ten|zu|abu|und|y|e)$/i;
const GENERATION = /^(?:jr|sr|ii|iii|iv)$/i;
const NICKNAME = /["“”‘’«»][^"“”‘’«»]*["“”‘’«»]/gu;

/** The words of a person's name that identify: without particles, generation marks and nicknames. */
export function nameParts(name: string): readonly string[] {
  return partsOfNames.get(name);
}

const partsOfNames = new Memo((name): readonly string[] => {
  const parts = name
    .replace(NICKNAME, ' ')
    .split(/\s+/)
    .map((part) => part.replaceAll('.', '').replaceAll(',', ''))
    .map((part) => part.replace(/^(?:al|el|as|ash|an|ar|at|ad)-(?=\p{L}{3})/iu, ''))
    .filter((part) => part !== '' && !PARTICLE.test(part));
  if (parts.length > 2 && GENERATION.test(parts.at(-1) ?? '')) parts.pop();
  return parts.length > 0 ? parts : [name];
});

/** Whether a name says that its bearer is the younger of two ("Jr."); father and son are two people. */
export function isJunior(name: string): boolean {
  return /\bJr\.?$/.test(name);
}

/** Whether two given names can be one person's: the same, spelled alike, short for each other, or the initial. */
export function sameGiven(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return plainFold(a).startsWith(plainFold(b.slice(0, 1)).slice(0, 1));
  if (soundFold(a) === soundFold(b)) return true;
  const classes = GIVEN_CLASSES.get(plainFold(a));
  const others = GIVEN_CLASSES.get(plainFold(b));
  if (!classes || !others) return false;
  for (const c of classes) if (others.has(c)) return true;
  return false;
}

/**
 * Whether two names of two words or more can name one person: the surname is spelled alike and every given name of the
 * shorter stands, in order, in the longer ("Olga Marchenko", "Olga P. Marchenko").
 */
export function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (soundFold(short.at(-1) ?? '') !== soundFold(long.at(-1) ?? '')) return false;
  let k = 0;
  for (let i = 0; i < short.length - 1; i++) {
    while (k < long.length - 1 && !sameGiven(short[i] ?? '', long[k] ?? '')) k++;
    if (k === long.length - 1) return false;
    k++;
  }
  return true;
}
