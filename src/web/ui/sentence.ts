/** An error whose words are for whoever sits there: they say what to do. Any other error's are not shown. */
export class Sentence extends Error {
  constructor(words: string) {
    super(words);
    this.name = 'Sentence';
  }
}
