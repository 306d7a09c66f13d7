/** "A" … "Z", "AA" …: names for groups. */
export function groupLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : groupLetters(Math.floor(index / 26) - 1) + letter;
}
