import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { CUE_FEATURES } from '../src/analysis/statement/cue-features';
import type { TokenRange } from '../src/analysis/statement/cue-window';
import { CueWindows } from '../src/analysis/statement/cue-window';
import { readStatementModel } from '../src/analysis/statement/model-file';
import { paragraphsOf } from '../src/analysis/statement/paragraphs';
import { ROLE_FEATURES } from '../src/analysis/statement/role-features';
import { CUE_AUTOMATON, NO_BARRIER, ROLE_AUTOMATON } from '../src/analysis/statement/segment-automaton';
import { SegmentDecoder } from '../src/analysis/statement/segment-decoder';
import { segmentsOf } from '../src/analysis/statement/segments';
import { StatementTagger } from '../src/analysis/statement/statement-tagger';
import { classTable } from '../src/analysis/statement/word-clusters';
import { wordColumns } from '../src/analysis/statement/word-columns';
import { clusterWords } from './cluster-words';
import type { PlacedExample, TrainingArticle } from './examples';
import { cueExamples, roleExample } from './examples';
import type { Example, LinearModel } from './linear-model';
import { joined, keepRows, numberRows, scoreNumbered } from './linear-model';
import type { NetworkExample } from './network-examples';
import { networkExamples } from './network-examples';
import { readPolnear } from './polnear';
import type { CrfOptions } from './train-crf';
import { trainCrf } from './train-crf';
import { trainNetwork } from './train-network';
import { readVectors, VECTORS } from './word-vectors';
import { packModel } from './write-model';

const SEED = 1;

const CUE_CRF: CrfOptions = {
  automaton: CUE_AUTOMATON,
  features: CUE_FEATURES,
  epochs: 8,
  seed: SEED,
  rate: 0.1,
  dropout: 0.3,
  margin: 0,
  recall: 1,
};
const ROLE_CRF: CrfOptions = {
  ...CUE_CRF,
  automaton: ROLE_AUTOMATON,
  features: ROLE_FEATURES,
  epochs: 7,
  hard: true,
  dropout: 0.25,
};

/**
 * Learners whose weights are added up. A random field and a perceptron err differently; the sum costs no more to use than one does, and
 * is better than either. For the roles it finds more of the corpus but breaks contents off at commas, so they have two perceptrons.
 */
const CUE_WAYS = [CUE_CRF, { ...CUE_CRF, hard: true, dropout: 0.25 }] as const;
const ROLE_WAYS = [ROLE_CRF, { ...ROLE_CRF, seed: SEED + 1 }] as const;
const NETWORK = { epochs: 10, seed: SEED };

/** How many features each tagger keeps at most, and how long it learns before they are chosen. */
const CUE_ROWS = 140_000;
const ROLE_ROWS = 120_000;
const DRAFT_EPOCHS = 3;

/** The role tagger learns on cues found by taggers that have not seen the article, so that it meets their mistakes. */
const FOLDS = 2;
const FOLD_BIAS = 1.5;

/** Added to the scores of first tokens: see `StatementModel`. */
const BIASES = {
  speechBias: 3.6,
  otherBias: 1.2,
  sourceBias: 1,
  contentBias: 1,
};

/** In how many parts the articles are read for the network. */
const NETWORK_FOLDS = 3;

const { values } = parseArgs({
  options: {
    data: {
      type: 'string',
      default: '../shared/corpora/polnear/polnear_train.jsonl',
    },
    out: { type: 'string', default: 'models/statements.bin' },
    /** Leaves out every tenth article, for choosing between models. */
    'hold-out': { type: 'boolean', default: false },
  },
});

function say(what: string): void {
  console.log(`${(process.cpuUsage().user / 1e6).toFixed(0).padStart(4)} s  ${what}`);
}

const articles = readPolnear(values.data).filter((_, i) => !values['hold-out'] || i % 10 !== 3);
const table = clusterWords(
  articles.map((a) => a.text),
  readVectors(VECTORS),
  SEED,
);
const clusters = classTable(table, table.length);
const training: TrainingArticle[] = articles.map((a) => {
  const columns = wordColumns(a.text, clusters);
  return { ...a, columns, windows: new CueWindows(a.text, columns, true) };
});
say(`${training.length} articles read, words grouped`);

const cueSets = training.map(cueExamples);
const cues = trainSelected(examplesOf(cueSets), CUE_WAYS, CUE_ROWS);
say('cue tagger trained');

const found = jackknife();
say('cues found by taggers that had not seen the article');

const roleSets = training.map((article, i) => rolesToLearn(article, found[i] ?? []));
const roles = trainSelected(roleSets.flat(), ROLE_WAYS, ROLE_ROWS);
say(`role tagger trained, ${roleSets.flat().length} examples`);

const network = trainNetwork(paragraphsToLearn(), NETWORK);
say('network trained');

const bytes = packModel({ clusters: table, cues, roles, network, ...BIASES });
writeFileSync(values.out, bytes);
say(`${values.out}: ${bytes.length} bytes`);

function examplesOf(sets: readonly PlacedExample[][]): Example[] {
  return sets.flat().map((p) => p.example);
}

/** Trains, keeps the features that matter most, and trains again on those alone, in several ways that are joined. */
function trainSelected(
  examples: readonly Example[],
  [options, ...others]: readonly [CrfOptions, ...CrfOptions[]],
  rows: number,
): LinearModel {
  const index = numberRows(examples, 3);
  const draft = trainCrf(examples, index, { ...options, epochs: DRAFT_EPOCHS });
  const kept = keepRows(draft, examples, rows);
  say(`${index.rows.length} features, of which ${kept.rows.length} are kept`);
  return joined([options, ...others].map((o) => trainCrf(examples, kept, o)));
}

function jackknife(): TokenRange[][] {
  const found: TokenRange[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = cueSets.filter((_, i) => i % FOLDS !== fold);
    const model = trainCrf(examplesOf(others), cues.index, {
      ...CUE_CRF,
      epochs: 4,
    });
    cueSets.forEach((set, i) => {
      if (i % FOLDS === fold) found[i] = set.flatMap((placed) => cuesIn(model, placed));
    });
  }
  return found;
}

/** The network learns on what taggers found that have not seen the article, for that is what it will be given. */
function paragraphsToLearn(): NetworkExample[] {
  const examples: NetworkExample[][] = [];
  for (let fold = 0; fold < NETWORK_FOLDS; fold++) {
    const others = <T>(sets: readonly T[]): T[] => sets.filter((_, i) => i % NETWORK_FOLDS !== fold);
    const cuesOfOthers = joined(CUE_WAYS.map((o) => trainCrf(examplesOf(others(cueSets)), cues.index, o)));
    const rolesOfOthers = trainCrf(others(roleSets).flat(), roles.index, ROLE_CRF);
    const parts = {
      clusters: [],
      cues: cuesOfOthers,
      roles: rolesOfOthers,
      network: null,
      ...BIASES,
    };
    const model = readStatementModel(packModel(parts));
    if (model === null) throw new Error('The taggers of a fold cannot be read.');
    const tagger = new StatementTagger(model);
    training.forEach((article, i) => {
      if (i % NETWORK_FOLDS !== fold) return;
      const { evidence } = tagger.read(article.text, article.columns, paragraphsOf(article.text));
      examples[i] = networkExamples(article, evidence);
    });
    say(`taggers without a part of the articles trained, ${fold + 1} of ${NETWORK_FOLDS}`);
  }
  return examples.flat();
}

function cuesIn(model: LinearModel, { first, example }: PlacedExample): TokenRange[] {
  const scores = new Float32Array(example.count * 3);
  const mask = new Uint8Array(example.count);
  scoreNumbered(model, CUE_FEATURES, example, scores);
  for (let t = 0; t < example.count; t++) scores[t * 3 + 1] = (scores[t * 3 + 1] ?? 0) + FOLD_BIAS;
  new SegmentDecoder(CUE_AUTOMATON).decode(scores, example.count, NO_BARRIER, mask);
  return segmentsOf(mask, example.count, 1, first);
}

/** The found cues with the roles of the attribution they belong to (none, where there is none), and the cues that were missed. */
function rolesToLearn(article: TrainingArticle, cues: readonly TokenRange[]): Example[] {
  const met = new Set<unknown>();
  const ofFound = cues.map((cue) => {
    const cuesOf = article.attributions.filter((a) =>
      a.cue.some((c) => c.first < cue.end && cue.first < c.end),
    );
    const attribution =
      cuesOf.find((a) => a.cue.some((c) => c.first === cue.first && c.end === cue.end)) ?? cuesOf[0] ?? null;
    met.add(attribution);
    return roleExample(article, cues, cue, attribution).example;
  });
  const missed = article.attributions.filter((a) => !met.has(a));
  const ofMissed = missed.flatMap((attribution) => {
    const [cue] = attribution.cue;
    return cue === undefined ? [] : [roleExample(article, [...cues, cue], cue, attribution).example];
  });
  return [...ofFound, ...ofMissed];
}
