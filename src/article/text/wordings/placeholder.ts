import { wordsOf } from '../../../page/sentence.ts';

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
/** What is made of it begins by it, perhaps after a label. */
const FIRST_WORDS = /^[^a-z]*([a-z]+)[^a-z]+([a-z]+)[^a-z]+([a-z]+)/i;

/** Whether a text is made of nothing but sham Latin. */
export function isPlaceholder(text: string): boolean {
  const first = FIRST_WORDS.exec(text)?.slice(1) ?? [];
  if (!first.some((word) => LOREM.has(word.toLowerCase()))) return false;
  const words = wordsOf(text.slice(0, 400).toLowerCase());
  const known = words.filter((word) => LOREM.has(word)).length;
  return words.length >= MIN_WORDS && known >= words.length * SHARE;
}
