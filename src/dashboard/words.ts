export { wordsOf, type Words } from '../language/words.js';
