import { words } from './word-list';

/** Verbs whose subject speaks, third person and past. Used as evidence for names only; statements have a layer of their own. */
export const SPEECH_VERBS = words(
  `said says say told tells tell added adds stated states announced announces reported reports claimed claims insisted insists argued argues warned warns urged urges
  denied denies deny confirmed confirms acknowledged acknowledges admitted admits conceded concedes declined declines refused refuses noted notes explained explains
  asked asks replied replies responded responds answered answers commented comments wrote writes tweeted tweets posted posts declared declares emphasized emphasised
  emphasizes stressed stresses suggested suggests alleged alleges accused accuses blamed blames criticized criticised criticizes condemned condemns praised praises called calls demanded demands
  promised promises pledged pledges vowed vows threatened threatens predicted predicts estimated estimates believes believed thinks thought expects expected hopes hoped fears feared
  boasted boasts pleads pleaded appealed appeals described describes recalled recalls revealed reveals disclosed disclosed testified testifies quipped joked jokes remarked
  asserted asserts contended contends maintained maintains cautioned cautions advised advises agreed agrees disagreed disagrees complained complains lamented laments
  protested protests rejected rejects dismissed dismisses disputed disputes questioned questions vows speaking spoke speaks informed informs notified cited cites citing quoted quotes
  declared proposed proposes ordered recommends recommended concluded concludes indicated indicates hinted hints repeated repeats reiterated reiterates apologized apologised
  pointed points marveled marvelled instructed instructs chided extolled opined opines extols released releases published publishes launched ruled rules found finds showed shows charged charges speculated
  acknowledges recounted recounts ranted raged mused muses snapped thundered intoned jabbed lashed blasted slammed touted touts echoed echoes hailed hails branded brands labeled labelled
  told tells wondered wonders clarified clarifies counselled endorsed endorses sued sues signed chimed weighed lied
  welcomed welcomes feels felt sees knows knew considers considered wants wanted plans planned decided intends attributed attributes vows observed observes counters countered retorted exclaimed shouted whispered screamed gushed
  expressed expresses voiced voices mentioned mentions specified specify verified projected forecasts forecast tallied counted understands understood learned learnt`,
);

/** Words that may stand between the subject and its verb. */
export const VERB_LEADS = words(
  `has have had did does do also later earlier then again now still even never not has initially repeatedly recently immediately reportedly previously further himself herself itself
  would will could can may might should however meanwhile once often always simply only just first finally quickly angrily publicly privately flatly formally officially
  today yesterday monday tuesday wednesday thursday friday saturday sunday didn't doesn't hasn't hadn't wouldn't couldn't won't`,
);

/** Verbs that a source may follow ("…", said Olha Marchenko). */
export const INVERTED_VERBS = words(
  `said says added wrote writes asked told tells reported noted explained warned according tweeted replied argued insisted agreed recalled quipped joked concluded declared stated announced claimed suggested confirmed`,
);
