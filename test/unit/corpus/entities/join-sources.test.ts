import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinSources, type ArticleSources, type EntityMember } from '../../../../src/corpus/entities';
import { article, joined } from './notation';

const member = (path: string, sourceId: string): EntityMember => ({ path, sourceId });

/** Articles `a`, `b`, … as lines of sources (see `notation.ts`), and the groups that come together. */
function check(
  lines: readonly string[],
  expected: readonly string[],
  context: readonly (readonly string[])[] = [],
): void {
  const articles = lines.map((line, i) => article(String.fromCharCode(97 + i), line, context[i]));
  assert.deepEqual(joined(joinSources(articles)), [...expected].sort());
}

describe('joining sources: people', () => {
  it('joins equal full names wherever they stand', () =>
    check(['Olga Marchenko', 'Olga Marchenko'], ['a:Olga Marchenko = b:Olga Marchenko']));

  it('joins spellings that differ only as transliterations always do', () => {
    check(['Volodymyr Horbatyy', 'Volodymyr Horbaty'], ['a:Volodymyr Horbatyy = b:Volodymyr Horbaty']);
    check(['Abdel al-Harazi', 'Abdel Harazi'], ['a:Abdel al-Harazi = b:Abdel Harazi']);
    check(['Sergei Volkov', 'Serhiy Volkov'], ['a:Sergei Volkov = b:Serhiy Volkov']);
  });

  it('joins bolder respellings only with a title or names in common', () => {
    check(['Yuri Marakhin [mayor]', 'Yuri Marachin [mayor]'], ['a:Yuri Marakhin = b:Yuri Marachin']);
    check(['Yuri Marakhin', 'Yuri Marachin'], []);
    check(
      ['Heydar Alvandi; Ema Duarte', 'Heydar Albandi; Ema Duarte'],
      ['a:Ema Duarte = b:Ema Duarte', 'a:Heydar Alvandi = b:Heydar Albandi'],
    );
  });

  it('joins a surname with a hyphen or a space, and romanisations by ear, where the articles tell of one event', () => {
    const event = [['story 1'], ['story 1']];
    check(['Maren Lund-Osterby', 'Maren Lund Osterby'], ['a:Maren Lund-Osterby = b:Maren Lund Osterby']);
    check(['Elias Torunde', 'Elias Torundeh'], ['a:Elias Torunde = b:Elias Torundeh'], event);
    check(['Aksel Lindquist', 'Aksel Lindqvist'], ['a:Aksel Lindquist = b:Aksel Lindqvist'], event);
    check(['Farhod Mazrimi', 'Farhad Mazrimi'], ['a:Farhod Mazrimi = b:Farhad Mazrimi'], event);
    check(['Farhod Mazrimi', 'Farhad Mazrimi'], []);
    check(['Ines Calder', 'Inez Calder'], ['a:Ines Calder = b:Inez Calder']);
  });

  it('keeps look-alikes of one event apart', () => {
    const event = [['story 1'], ['story 1']];
    check(['Mark Johnson', 'Mark Johnston'], [], event);
    check(['Christian Frost', 'Christina Frost'], [], event);
    check(['Mario Lund', 'Maria Lund'], [], event);
    check(['Peter Marsh', 'Peter March'], [], event);
  });

  it('leaves out middle names and short forms of given names', () => {
    check(['Robert J. Miller', 'Robert Miller'], ['a:Robert J. Miller = b:Robert Miller']);
    check(['William Frost', 'Bill Frost'], ['a:William Frost = b:Bill Frost']);
  });

  it('keeps different people apart', () => {
    check(['Mark Halloran', 'Jane Halloran'], []);
    check(['Mark Johnson', 'Mark Johnston'], []);
    check(['John A. Smith', 'John B. Smith'], []);
    check(['T.J. Okonkwo', 'Tony Okonkwo'], []);
    check(['Donald Brix; Donald Brix Jr.', 'Donald Brix'], ['a:Donald Brix = b:Donald Brix']);
  });

  it('does not let a name in the middle join two that exclude each other', () =>
    check(
      ['John A. Smith; Ana Roe', 'John B. Smith', 'John Smith; Ana Roe'],
      ['a:Ana Roe = c:Ana Roe', 'a:John A. Smith = c:John Smith'],
    ));

  it('ties a lone surname to the full name of an article on the same event', () => {
    check(
      ['Tarik Marlow; Ana Roe', 'Marlow; Ana Roe'],
      ['a:Ana Roe = b:Ana Roe', 'a:Tarik Marlow = b:Marlow'],
    );
    check(['Tarik Marlow', 'Marlow'], ['a:Tarik Marlow = b:Marlow'], [['story 1'], ['story 1']]);
  });

  it('keeps lone surnames apart in articles that share nothing', () => {
    check(['Smith [mayor]', 'Smith [mayor]'], []);
    check(['Tarik Marlow', 'Marlow'], []);
  });

  it('leaves a lone surname alone when two people of the event bear it', () =>
    check(['Mark Halloran; Jane Halloran; Ana Roe', 'Halloran; Ana Roe'], ['a:Ana Roe = b:Ana Roe']));

  it('holds a name and what it is listed under apart: places are no people', () =>
    check(['+Niger', '+Nigeria'], []));
});

describe('joining sources: bodies', () => {
  it('joins British, American and turned-around spellings', () => {
    check(
      ['*Ukrainian Defence Ministry', "*Ukraine's ministry of defense"],
      ["a:Ukrainian Defence Ministry = b:Ukraine's ministry of defense"],
    );
    check(
      [
        '*Co-ordination Centre for the Return of Prisoners',
        '*Coordination Center for the Return of Prisoners',
      ],
      [
        'a:Co-ordination Centre for the Return of Prisoners = b:Coordination Center for the Return of Prisoners',
      ],
    );
  });

  it('takes the country from the article when the name lacks it', () =>
    check(
      ['*Defence Ministry @Poland', '*Polish defence ministry', '*Defence Ministry @Norway'],
      ['a:Defence Ministry = b:Polish defence ministry'],
    ));

  it('joins a ministry and the forces that it speaks for by evidence only', () =>
    check(['*Russian Defence Ministry', '*Russian military'], []));

  it('joins names that every town has only with context', () => {
    check(['*Fire Department', '*Fire Department'], []);
    check(
      ['*Fire Department; Ana Roe', '*Fire Department; Ana Roe'],
      ['a:Ana Roe = b:Ana Roe', 'a:Fire Department = b:Fire Department'],
    );
  });

  it('knows agencies under each of their names', () =>
    check(['*AP', '*The Associated Press'], ['a:AP = b:The Associated Press']));

  it('ties an acronym to the body that carries it', () => {
    check(
      ['*Nordic Contact Group = NCG; Ana Roe', '*NCG; Ana Roe'],
      ['a:Ana Roe = b:Ana Roe', 'a:Nordic Contact Group = b:NCG'],
    );
    check(['*Nordic Contact Group = NCG', '*NCG'], []);
  });

  it('does not count company endings', () =>
    check(['*Halberd Systems Inc.', '*Halberd Systems'], ['a:Halberd Systems Inc. = b:Halberd Systems']));
});

describe('joining sources: the rest', () => {
  it('joins governments by country, unnamed speakers by event', () => {
    check(['+Ukraine; ~analysts', '+Ukraine; ~analysts'], ['a:Ukraine = b:Ukraine']);
    check(
      ['~harbour officials; Ana Roe', '~harbour officials; Ana Roe'],
      ['a:Ana Roe = b:Ana Roe', 'a:harbour officials = b:harbour officials'],
    );
  });

  it('obeys what people wrote down', () => {
    const articles = [
      article('a', 'Olga Marchenko'),
      article('b', 'Olga Marchenko'),
      article('c', 'the Iron Lady'),
    ];
    const apart = joinSources(articles, [{ name: 'Olga Marchenko', aliases: ['Iron Lady'] }]);
    assert.deepEqual(joined(apart), ['a:Olga Marchenko = b:Olga Marchenko = c:the Iron Lady']);
    const two = [article('a', '*Harbour Board @Norway'), article('b', '*Norwegian Harbour Board')];
    assert.deepEqual(joined(joinSources(two)), ['a:Harbour Board = b:Norwegian Harbour Board']);
    assert.deepEqual(
      joined(joinSources(two, [], [[member('a', 'Harbour Board'), member('b', 'Norwegian Harbour Board')]])),
      [],
    );
  });

  it('keeps apart what people took apart, through whichever third article and against an alias', () => {
    const pair = [member('a', 'Olga Marchenko'), member('b', 'Olga Marchenko')] as const;
    const three = ['a', 'b', 'c'].map((path) => article(path, 'Olga Marchenko'));
    const left = ['a:Olga Marchenko = c:Olga Marchenko'];
    assert.deepEqual(joined(joinSources(three, [], [pair])), left);
    const alias = [{ name: 'Olga Marchenko', aliases: ['Iron Lady'] }];
    assert.deepEqual(joined(joinSources(three, alias, [pair])), left);
    assert.deepEqual(joined(joinSources(three, [], [[member('z', 'x'), member('a', 'y')]])).length, 1);
  });

  it('gives readable ids, and the source its own where it is unknown', () => {
    const entities = joinSources([article('a', 'Marlow; Ana Roe'), article('b', 'Tarik Marlow; Ana Roe')]);
    assert.equal(entities.idOf('a', 'Marlow'), 'tarik-marlow');
    assert.equal(entities.idOf('b', 'Tarik Marlow'), 'tarik-marlow');
    assert.equal(entities.idOf('z', 'nobody'), 'nobody');
  });

  it('gives the same groups in whatever order the articles come', () => {
    const names = [
      'Olga Marchenko',
      'Marchenko',
      'Olha Marchenko',
      'O. Marchenko',
      'Ana Roe',
      '*Fire Department',
      '*NCG',
      '*Nordic Contact Group = NCG',
      '~officials',
      'John Smith',
      'John A. Smith',
      'John B. Smith',
      'Smith',
      'Yuri Marakhin',
      'Yuri Marachin',
    ];
    const line = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 5 });
    const folder = fc
      .array(line, { maxLength: 8 })
      .map((lines) => lines.map((sources, i): ArticleSources => article(`${i}`, sources.join(';'))));
    const shuffled = folder.chain((articles) =>
      fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
    );
    fc.assert(
      fc.property(shuffled, ([before, after]) =>
        assert.deepEqual(joined(joinSources(after)), joined(joinSources(before))),
      ),
      { numRuns: 80 },
    );
  });
});
