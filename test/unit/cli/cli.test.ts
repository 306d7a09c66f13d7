import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../src/cli/run';

const FIRST =
  'Nine miners were killed when a shaft collapsed at the Torrevale colliery, the Mines Inspectorate said.\n';
const SECOND = FIRST.replace('Nine', 'Seven');

interface Analysis {
  version: number;
  articles: {
    path: string;
    statements: { type: string; source: { text: string } | null; sourceId: string | null }[];
    quantities: { start: number; end: number; text: string; kind: string; value: number; thing: string }[];
    sources: { id: string; name: string }[];
  }[];
}

interface Comparison {
  version: number;
  facts: {
    relation: string;
    reasons: string[];
    mentions: { path: string; start: number; end: number; text: string; value: number; group: string }[];
  }[];
}

describe('command line', () => {
  let cwd: string;

  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'corroborate-cli-'));
  });

  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  async function check(
    command: string,
    files: Record<string, string | Uint8Array>,
    exit: number,
  ): Promise<{ out: string; err: string }> {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      writeFileSync(path.join(cwd, name), content);
    }
    const [out, err]: [string[], string[]] = [[], []];
    const terminal = {
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
      colours: false,
      cwd,
    };
    const installation = {
      version: '1.2.3',
      loadModel: () => Promise.resolve(null),
      serve: () => new Promise<never>(() => undefined),
    };
    const argv = command.split(' ').filter((word) => word !== '');
    assert.equal(await run(argv, installation, terminal), exit, err.join('\n'));
    return { out: out.join('\n'), err: err.join('\n') };
  }

  it('explains itself', async () => {
    assert.match((await check('--help', {}, 0)).out, /corroborate compare FOLDER/);
    assert.equal((await check('--version', {}, 0)).out, '1.2.3');
    assert.match((await check('', {}, 2)).err, /Usage/);
  });

  it('says what is wrong with a command line', async () => {
    assert.match((await check('frobnicate', {}, 2)).err, /no command "frobnicate"/);
    assert.match((await check('analyze', {}, 2)).err, /at least one path/);
    assert.match((await check('analyze nowhere.txt', {}, 2)).err, /no such file/);
    assert.match((await check('compare a.txt', { 'a.txt': FIRST }, 2)).err, /not a folder/);
    assert.match((await check('analyze . --format xml', {}, 2)).err, /--format xml/);
    assert.match((await check('analyze . --nonsense', {}, 2)).err, /nonsense/);
  });

  it('prints an analysis as JSON in the agreed form', async () => {
    const { out } = await check('analyze a.txt --format json', { 'a.txt': FIRST }, 0);
    const { version, articles } = JSON.parse(out) as Analysis;
    assert.equal(version, 1);
    const [article] = articles;
    assert.equal(article?.path, 'a.txt');
    const [quantity] = article.quantities;
    assert.deepEqual(
      [quantity?.start, quantity?.end, quantity?.text, quantity?.kind, quantity?.value, quantity?.thing],
      [0, 4, 'Nine', 'count', 9, 'miners'],
    );
    const [statement] = article.statements;
    assert.equal(statement?.source?.text, 'the Mines Inspectorate');
    assert.equal(statement.type, 'indirect');
    assert.ok(article.sources.some((source) => source.id === statement.sourceId));
  });

  it('prints a comparison as JSON in the agreed form', async () => {
    const { out } = await check('compare . --format json', { 'a.txt': FIRST, 'sub/b.txt': SECOND }, 0);
    const { version, facts } = JSON.parse(out) as Comparison;
    assert.equal(version, 1);
    const differing = facts.find((fact) => fact.relation === 'differ');
    assert.deepEqual(
      differing?.mentions.map((m) => [m.path, m.start, m.end, m.text, m.value]),
      [
        ['a.txt', 0, 4, 'Nine', 9],
        ['sub/b.txt', 0, 5, 'Seven', 7],
      ],
    );
    assert.notEqual(differing.mentions[0]?.group, differing.mentions[1]?.group);
    assert.ok(differing.reasons.length > 0);
  });

  it('prints a comparison for a person, with places', async () => {
    const { out } = await check('compare .', { 'a.txt': `\n\n${FIRST}`, 'b.txt': SECOND }, 0);
    assert.match(out, /Differ \(1\)/);
    assert.match(out, /a\.txt:3 +“Nine miners”/);
    assert.match(out, /b\.txt:1 +“Seven miners”/);
  });

  it('reads offsets as an editor shows the text: no byte order mark, line ends as they are', async () => {
    const bom = Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from(`One line.\r\n\r\n${FIRST}`)]);
    const { out } = await check('analyze a.txt --format json', { 'a.txt': bom }, 0);
    const quantity = (JSON.parse(out) as Analysis).articles[0]?.quantities.find((q) => q.text === 'Nine');
    assert.equal(quantity?.start, 'One line.\r\n\r\n'.length);
  });

  it('names files that cannot be read and goes on with the others', async () => {
    const files = { 'a.txt': FIRST, 'b.txt': Uint8Array.of(0, 159, 146, 150), 'c.txt': Uint8Array.of(0xc3) };
    const { out, err } = await check('analyze . --format json', files, 2);
    assert.match(err, /b\.txt: The file is binary/);
    assert.match(err, /c\.txt: The file is not valid utf-8/);
    assert.equal((JSON.parse(out) as Analysis).articles.length, 1);
  });

  it('shows no control characters of an article', async () => {
    const { out } = await check(
      'analyze a.txt',
      { 'a.txt': `The mayor said \u001b[2J nine \u009b5m men left.\n` },
      0,
    );
    assert.doesNotMatch(out, /[\u001b\u009b]/);
  });

  it('merges annotation files by meaning', async () => {
    const file = (note: string, more = ''): string =>
      `version: 1\narticle: "a.txt"\nannotations:\n  aaaaaaaaaaaa:\n    by: "dana"\n    made: "2026-01-02T03:04:05Z"\n    status: "unchecked"\n    note: "${note}"\n${more}...\n`;
    const added =
      '\n  bbbbbbbbbbbb:\n    by: "bo"\n    made: "2026-01-02T03:04:05Z"\n    status: "verified"\n    note: "new"\n';
    const files = { 'base.yaml': file('old'), 'ours.yaml': file('mine'), 'theirs.yaml': file('old', added) };
    const { out } = await check('merge base.yaml ours.yaml theirs.yaml', files, 0);
    assert.match(out, /note: "mine"[^]*note: "new"/);
    const clash = { ...files, 'theirs.yaml': file('yours') };
    const conflict = await check('merge base.yaml ours.yaml theirs.yaml', clash, 1);
    assert.match(conflict.err, /both values are kept/);
    assert.match(conflict.out, /mine/);
    assert.match(conflict.out, /yours/);
  });

  describe('check', () => {
    const sidecar = (quote: string, status: string): string =>
      `version: 1\narticle: "a.txt"\nannotations:\n  aaaaaaaaaaaa:\n    quote: "${quote}"\n    suffix: " were killed when a shaft collapsed"\n    by: "dana"\n    made: "2026-01-02T03:04:05Z"\n    status: "${status}"\n    note: ""\n...\n`;

    it('is quiet where all is well', async () => {
      const files = { 'a.txt': FIRST, 'a.txt.annotations.yaml': sidecar('Nine miners', 'verified') };
      assert.match((await check('check .', files, 0)).out, /1 annotation files, 0 findings/);
    });

    it('finds words that are gone', async () => {
      const files = { 'a.txt': FIRST, 'a.txt.annotations.yaml': sidecar('the harvest of pears', 'verified') };
      assert.match((await check('check .', files, 1)).out, /a\.txt\.annotations\.yaml:\d+: .*anchor-lost/);
    });

    it('fails on open statuses only when asked to', async () => {
      const files = { 'a.txt': FIRST, 'a.txt.annotations.yaml': sidecar('Nine miners', 'disputed') };
      await check('check .', files, 0);
      await check('check . --fail-on disputed,needs-source', files, 1);
      await check('check . --fail-on verified', files, 0);
      assert.match((await check('check . --fail-on nonsense', files, 2)).err, /--fail-on nonsense/);
    });

    it('finds files that were cut, and missing articles', async () => {
      const cut = sidecar('Nine miners', 'verified').replace('...\n', '');
      assert.match((await check('check .', { 'b.txt.annotations.yaml': cut }, 1)).out, /no-end-marker/);
      const alone = {
        'b.txt.annotations.yaml': sidecar('Nine miners', 'verified').replace('a.txt', 'b.txt'),
      };
      assert.match((await check('check .', alone, 1)).out, /no-article/);
    });

    it('names the article that a lost one seems to be now, and its annotations go there on request', async () => {
      const files = {
        'desk/late.txt': FIRST.replace('Monday', 'Tuesday'),
        'late.txt': 'Another story.\n',
        'a.txt.annotations.yaml': sidecar('Nine miners', 'verified'),
      };
      const { out } = await check('check . --format json', files, 1);
      const [file] = (JSON.parse(out) as { files: { findings: { code: string; homes: string[] }[] }[] })
        .files;
      assert.deepEqual(file?.findings[0]?.homes, ['desk/late.txt']);
      assert.match((await check('check a.txt.annotations.yaml', {}, 1)).out, /It may be desk\/late\.txt now/);
      assert.match((await check('adopt a.txt desk/late.txt', {}, 0)).out, /1 annotations are now/);
      assert.match((await check('check .', {}, 0)).out, /1 annotation files, 0 findings/);
      assert.match((await check('adopt a.txt desk/late.txt', {}, 2)).err, /has no annotations/);
      assert.match((await check('adopt desk/late.txt none.txt', {}, 2)).err, /no such file/);
    });

    it('finds files that are no text, and those of a newer version', async () => {
      const files = {
        'a.txt': FIRST,
        'a.txt.annotations.yaml': sidecar('Nine miners', 'verified').replace('version: 1', 'version: 2'),
        'b.txt.annotations.yaml': Uint8Array.of(0xc3),
      };
      const { out } = await check('check .', files, 1);
      assert.match(out, /a\.txt\.annotations\.yaml:1: error: A newer version of Corroborate/);
      assert.match(out, /b\.txt\.annotations\.yaml:1: error: .*not UTF-8 text/);
    });

    it('prints JSON and SARIF', async () => {
      const files = { 'a.txt': FIRST, 'a.txt.annotations.yaml': sidecar('the harvest of pears', 'verified') };
      const json = JSON.parse((await check('check . --format json', files, 1)).out) as {
        files: { findings: { code: string }[] }[];
      };
      assert.equal(json.files[0]?.findings[0]?.code, 'anchor-lost');
      const sarif = JSON.parse((await check('check . --format sarif', files, 1)).out) as {
        version: string;
        runs: { results: { ruleId: string }[] }[];
      };
      assert.equal(sarif.version, '2.1.0');
      assert.equal(sarif.runs[0]?.results[0]?.ruleId, 'anchor-lost');
    });

    it('exports for other tools, and imports what it exported unchanged', async () => {
      const files = { 'a.txt': FIRST, 'a.txt.annotations.yaml': sidecar('Nine miners', 'disputed') };
      const { out } = await check('export a.txt', files, 0);
      const more = { 'b.json': out, 'b.txt': FIRST };
      assert.match((await check('import b.txt b.json', more, 0)).out, /1 annotations imported/);
      assert.equal((await check('export b.txt', {}, 0)).out, out.replaceAll('a.txt', 'b.txt'));
      assert.match((await check('export a.txt --format csv', {}, 0)).out, /Nine miners/);
      assert.match((await check('export a.txt --format markdown', {}, 0)).out, /Nine miners/);
      assert.match((await check('import b.txt a.txt', {}, 2)).err, /not JSON/);
      assert.match((await check('export c.txt', {}, 2)).err, /has no annotations/);
    });
  });
});
