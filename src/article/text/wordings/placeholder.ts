import { onceAsked } from '../../../memo.ts';
import { wordsOf } from '../../../page/sentence.ts';
import { GRAM, TextSearch } from './text-search.ts';

/** The sham Latin with which designers fill pages, and paywalls what they hide. */
const LOREM = new Set(
  [
    'lorem ipsum dolor sit amet consectetur adipiscing adipisicing elit sed do eiusmod tempor',
    'incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation',
    'ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit',
    'voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non',
    'proident sunt culpa qui officia deserunt mollit anim id est laborum perspiciatis unde',
    'omnis iste natus error voluptatem accusantium doloremque laudantium totam rem aperiam',
    'eaque ipsa quae ab illo inventore veritatis quasi architecto beatae vitae dicta explicabo',
    'nemo ipsam quia voluptas aspernatur aut odit fugit consequuntur magni dolores eos ratione',
    'sequi nesciunt vestibulum nec pellentesque habitant morbi tristique senectus netus',
    'malesuada fames ac turpis egestas donec vel',
  ].flatMap((words) => words.split(' ')),
);

const MIN_WORDS = 5;
/** Real Latin shares half of its words with it. */
const SHARE = 0.8;
const MOST_CHARACTERS = 400;
/** Strange words are a fifth of them at the most, so that a long one of its own is among the first. */
const HEAD = 100;
/** Shorter words are those of many languages. */
const longWords = onceAsked(
  () => new TextSearch([[...LOREM].filter((word) => word.length >= GRAM)]),
);

const isOfLorem = (word: string): boolean => LOREM.has(word);

/** Whether a text is made of nothing but sham Latin. */
export function isPlaceholder(text: string): boolean {
  if (longWords().ownersIn(text.slice(0, HEAD)).length === 0) return false;
  const words = wordsOf(text.slice(0, MOST_CHARACTERS).toLowerCase());
  return words.length >= MIN_WORDS && words.filter(isOfLorem).length >= words.length * SHARE;
}
