/** `1 post`, `2 posts`: what the commands that move a blog count. @param noun one whose plural takes an s */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
