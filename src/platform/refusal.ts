/**
 * A reason not to go on that whoever runs the program can remove: told as a whole sentence, without a stack, and the
 * process ends. For what a request or a file got wrong there is `Problem`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
