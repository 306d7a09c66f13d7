import assert from 'node:assert/strict';
import { CERTAIN, NO_CORRECTIONS, compareAll } from '../../../src/crossref';
import { corpusOf } from './stories';

const OPENING =
  'A ferry of the Arlen line struck a barge off Port Sorrel in thick fog, the harbour office of Port Sorrel said.\n';

/**
 * What two reports of one event say about the same thing in other words. The number of each stands in braces; `expected` is the
 * relation of the fact that joins them, with a question mark where it is shown as perhaps the same, or `apart`.
 */
function check(left: string, right: string, expected: string): void {
  const marked = [left, right].map((sentence) => {
    const source = OPENING + sentence.replace(/[{}]/gu, '');
    return { source, at: OPENING.length + sentence.indexOf('{') };
  });
  const files = marked.map(({ source }, i) => ({ path: `${i}.txt`, source }));
  const fact = compareAll(corpusOf(files), NO_CORRECTIONS).find(
    (f) =>
      f.kind === 'quantity' &&
      marked.every(({ at }, i) =>
        f.mentions.some((m) => m.path === `${i}.txt` && m.start <= at && at < m.end),
      ),
  );
  const shown = fact === undefined ? 'apart' : fact.relation + (fact.confidence < CERTAIN ? '?' : '');
  assert.equal(shown, expected, `${left} | ${right}`);
}

describe('one thing in other words', () => {
  it('an age set off by commas, with its unit, before the name', () => {
    check(
      'The captain, Ivo Marle, {57}, is alive.',
      'The captain, Ivo Marle, {47} years, was heard.',
      'differ',
    );
    check('Ivo Marle, {57}, is alive.', 'The {57}-year-old captain Ivo Marle is alive.', 'agree');
  });
  it('those missing', () => {
    check('Eleven died and {five} are still missing.', '{Five} people are not accounted for.', 'agree');
    check('{Eight} people were still missing on Monday.', 'The missing: {two}.', 'differ');
  });
  it('the rows of a list', () => {
    check('The dead: {11}, of whom seven have been named.', '{Eleven} people were killed.', 'agree');
  });
  it('depths and distances', () => {
    check('The wreck lies at a depth of {38 metres}.', 'The wreck lies {38 metres} deep.', 'agree');
    check('The wreck lies at a depth of {38 metres}.', 'The wreck lies {60 metres} from the pier.', 'apart');
  });
  it('shares that rose or fell', () => {
    check('Arlen shares fell {4.5 percent}.', 'Arlen shares closed {4.5 per cent} lower.', 'agree');
    check('Arlen shares fell {4 percent}.', 'Arlen shares rose {4 percent}.', 'apart');
  });
  it('a time with its zone and without', () => {
    check('The ferry left at {9am IST}.', 'The ferry left at about {9 a.m.} on Monday.', 'agree');
    check('The ferry left at {1100 hrs} GMT.', 'The ferry left at {11 a.m.} local time.', 'refine');
  });
  it('people of a country', () =>
    check(
      'The ferry carried {14} Somalis and three Kenyans.',
      'Of those on the ferry {14} were Somali and three Kenyan.',
      'agree',
    ));
  it('what is moved and those who move it', () =>
    check('{Two} trawlers evacuated the crew.', '{Two} trawlers moved the injured crew ashore.', 'agree'));
  it('how many live there', () => {
    check('Port Sorrel is home to {12,000} people.', 'Port Sorrel has a population of {9,000}.', 'differ');
    check('Port Sorrel, home to {12,000} people, was dark.', 'Osk is a city of {90,000} people.', 'apart');
  });
  it('how it ended', () => {
    check('{One} guard was shot and killed.', 'A raid on the pier killed {one} guard.', 'agree');
    check('{One} guard was shot and wounded.', 'A raid on the pier killed {one} guard.', 'apart');
  });
  it('the dead, called victims beside the wounded', () =>
    check(
      'The collision caused {47} victims and 90 wounded.',
      '{47} people were killed when the barge was struck.',
      'agree',
    ));
  it('who is carried is on board', () =>
    check(
      'The ferry was carrying more than {200} people.',
      'With {212} people on board, the ferry left at noon.',
      'refine',
    ));
  it('a part of a day, named twice', () => {
    check('It sank {late Thursday afternoon}.', 'The ferry sank on {Thursday afternoon}.', 'agree');
    check('It sank {early Thursday}.', 'The ferry sank on {Thursday evening}.', 'differ');
  });
  it('all of a kind', () =>
    check(
      'The barge cut {three} undersea cables.',
      'All {three} of the submarine cables off the port were cut by the barge.',
      'agree',
    ));
  it('what was there before', () => {
    check('Founded in 1911, the Arlen line runs {14} ferries.', 'The Arlen line has {14} ferries.', 'agree');
  });
});

describe('what is no certain difference', () => {
  it('a part and the whole', () => {
    check('The collision killed {44} people.', 'Among the dead are {14} children.', 'apart');
    check(
      '{Four} other people died in hospital.',
      'Another {two} people were killed on the barge.',
      'differ?',
    );
  });
  it('a village and all of the coast', () =>
    check(
      'The storm damaged {300} houses.',
      'In the village of Osk the storm damaged {40} houses.',
      'differ?',
    ));
  it('two days', () =>
    check(
      'The collision on Sunday killed {10} people.',
      'On Saturday {14} people were killed by a storm in eastern Valdora.',
      'differ?',
    ));
  it('two polls that nobody calls so', () =>
    check(
      'Less than {1} percent chose the former governor of Velmarn, Martin Odell.',
      'Only {four} percent would vote for the former governor of Velmarn, Martin Odell.',
      'differ?',
    ));
  it('two polls', () =>
    check(
      'The poll of {542} likely voters was taken on Monday.',
      'The poll of {578} likely voters was taken on Monday.',
      'differ?',
    ));
  it('months and days', () =>
    check('The line has {three months} to answer.', 'The line has {90 days} to answer.', 'agree'));
  it('dozens', () =>
    check('About a {dozen} boats searched the bay.', 'At least {14} boats searched the bay.', 'refine'));
});
