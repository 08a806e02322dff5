/** Something that whoever moves a blog can put right: what was expected, what came, what to do. */
export class MovingError extends Error {
  override name = 'MovingError';
}
