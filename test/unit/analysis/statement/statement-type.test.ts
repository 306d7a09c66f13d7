import assert from 'node:assert/strict';
import type { StatementType } from '../../../../src/analysis';
import type { TokenRange } from '../../../../src/analysis/statement/cue-window';
import { quotationStates } from '../../../../src/analysis/statement/quotation-states';
import { statementType } from '../../../../src/analysis/statement/statement-type';
import { readArticleText } from '../../../../src/text';

/** @param marked the text with its cue in `<…>` and each content in `[…]` */
function check(marked: string, expected: StatementType): void {
  const text = readArticleText(marked.replace(/[<>[\]]/g, ''), 'plain');
  const range = (m: RegExpExecArray): TokenRange => {
    const start = marked.slice(0, m.index).replace(/[<>[\]]/g, '').length;
    const end = start + m[0].length - 2;
    const starts = [...text.tokens.start];
    const behind = starts.findIndex((s) => s >= end);
    return { first: starts.findIndex((s) => s >= start), end: behind < 0 ? text.tokens.count : behind };
  };
  const [cue] = [...marked.matchAll(/<[^>]*>/g)].map(range);
  assert.ok(cue);
  const content = [...marked.matchAll(/\[[^\]]*\]/g)].map(range);
  assert.equal(statementType(text, quotationStates(text).quoted, cue, content), expected, marked);
}

describe('statements: type', () => {
  it('direct where every word is quoted', () => {
    check('[“We are late,”] she <said>.', 'direct');
    check('[“We are late,”] she <said>. [“Very late.”]', 'direct');
    check('[‘We are late,’] she <said>.', 'direct');
    check('[«We are late»], she <said>.', 'direct');
    check("[``We are late,''] she <said>.", 'direct');
    check('She <said>: [“We are late.]', 'direct');
  });
  it('mixed where some words are', () => {
    check('She <said> [they were “very late”].', 'mixed');
    check('[They were late], she <said>, [“but not very.”]', 'mixed');
    check("She <said> [they were 'very late' again].", 'mixed');
  });
  it('indirect where none is; an apostrophe is no quotation mark', () => {
    check('She <said> [the boys’ boat wasn’t late].', 'indirect');
    check("She <said> [the boys' boat wasn't late].", 'indirect');
  });
  it('nonclaim where the cue says that nothing was said or known', () => {
    check('The army <could not confirm> [who fired first].', 'nonclaim');
    check('He <declined to comment on> [the report].', 'nonclaim');
    check('The hospital <did not immediately say> [how many died].', 'nonclaim');
    check('It <was not immediately clear> [what caused the fire].', 'nonclaim');
    check('It <wasn’t known> [who was aboard].', 'nonclaim');
    check('She <refused to say> [whether she would stand].', 'nonclaim');
  });
  it('not where the negation is part of what is claimed', () => {
    check('He <denied> [that he was not there].', 'indirect');
    check('She <did not deny> [the charge].', 'indirect');
    check('They <said> [no one could confirm it].', 'indirect');
  });
});
