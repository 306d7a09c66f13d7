import { formsOf, SPEECH_VERBS } from './cue-lexicon';
import { WordSet } from './word-set';

/** Words beside the verbs of speech that tell of a finding, a view or a wish. */
const ATTITUDES =
  `according show shows showed shown showing find finds found finding agree agrees agreed agreeing plan plans planned seem seems seemed appear appears appeared know knows knew
  known want wants wanted wanting point points pointed pointing question questions questioned questioning continue continued expect expects expected expecting feel feels felt
  support supports supported supporting hope hopes hoped hoping worry worries worried see sees saw seen seeing expressed express expresses consider considers considered
  indicate indicates indicated indicating highlight highlights highlighted oppose opposes opposed opposing attack attacked defend defends defended blasted rule rules ruled prove proved
  learn learned learnt discover discovered decide decided intend intends intended seek seeks sought view views viewed love loves wonder wonders suspect suspects suspected
  understand understands understood realise realize realised realized assume assumes assumed mean means meant reportedly allegedly apparently quoted quoting citing cites cited
  put puts read reads accept accepts accepted welcomed welcomes welcome thank thanked reveal revealed talk talks talked talking opinion view statement claim claims belief report reports
  message pledge promise letter likened compared comparing portrayed characterized characterised denounced denounce lashed slammed backed endorsed endorse endorses approve approved
  offered offers referring refers referred commented discuss discussed discussing address addressed advised advise recommend recommended pressed chanted released learned heard hear
  calculated calculates concerned convinced confident certain sure clear unclear afraid worried sceptical skeptical angry surprised proud glad satisfied unaware aware`.split(
    /\s+/,
  );

/** What a cue without a speaker must have one of. */
export const REPORTING: WordSet = new WordSet([...SPEECH_VERBS, ...ATTITUDES]);

/**
 * Further verbs that report what somebody says or thinks. The rarer ones stand here by their sense; the frequent ones were compared with how
 * often they are cues in PolNeAR's training part.
 */
const STEMS =
  `abhor accept advertise advise advocate affirm aim alarm allow allude anger anticipate applaud appreciate approve articulate assail assess assume assure attack authorize authorise author avow
  back balk bash bemoan berate besiege blast bless bolster brand brief bristle broach broadcast bully calculate campaign canvass caricature castigate celebrate censure champion challenge chant characterise
  characterize charge chastise cheer chide chronicle clarify coin commend comment compare compliment complement conceive conclude concur condone conjecture congratulate consider contemplate contest contradict contrast convey
  convince counsel counter couch count covet crave credit criticise critique curse dare debate debunk decide declaim decree decry defend define deliver demand demonstrate denigrate denounce depict deplore deride
  detail determine detest disagree disapprove disavow discount discover discuss disdain dislike dismiss disown disparage dispute dissent distance document downplay draft dread dub elaborate embrace encourage
  endorse enjoy enumerate enunciate envision envisage espouse evoke exaggerate examine exclaim exclude excoriate exhort expect explore expose expound express extol extrapolate fancy favor favour feature fault feel flag flatter forecast
  foresee foreswear formulate frame fret frown fume gloat greet gripe groan grouse grumble guarantee guess gush hail hate heckle herald highlight hope hypothesise hypothesize identify ignore illustrate imagine
  impart implore imply impress impugn incline indicate infer inquire insinuate instruct insult intend interject interpret introduce intone inveigh invite invoke issue itemise itemize iterate
  jeer jest judge justify know label lambast lambaste lament lash laud lay like liken list loathe lobby long malign mandate marvel measure minimise minimize misrepresent moan mock mourn mull murmur muse mutter narrate
  negotiate nod nominate notice notify object oblige offer opine oppose order outline overestimate overstate paint paraphrase parody parrot perceive persuade petition pillory pinpoint plan plead point ponder portray postulate pour
  praise preach preclude prefer prescribe present press presume pretend proclaim profess prognosticate project promote prompt pronounce proofread prophesy protest prove provide publicise publicize publish push pressure query question
  rail rank rap rate rationalise rationalize rave react read reaffirm realise realize reason rebuff rebuke rebut recant recite recognise recognize recommend reconsider recount recommit record redefine refer reference reflect refute regard register regret reject rejoice rejoin relate relay
  relent relish remember renew renounce repent report represent reprimand reproach repudiate request require resent resolve restate resist retell retweet reveal revile ridicule roar rue rule rip salute satirise satirize scoff scold score scorn
  scream seek seem sense shout show shrug side sigh skewer slam sneer snap snipe sound sour speculate spell squabble stipulate strategise strategize suppose support surmise suspect swear sympathise sympathize
  talk taunt tease tend text thank theorise theorize think toast trumpet trust try underestimate underline underscore understand understate unveil uphold update urge utter vacillate value venture verify view vilify
  visualise visualize voice vote vouch wail want warrant waver weigh welcome whine whisper wish withhold worry yell yearn zing`.split(
    /\s+/,
  );

/** Forms that regular endings do not give, and nouns and adjectives of the same sense. */
const OTHERS =
  `agreed rapped panned mulled mulling rebutted rebutting committed commits commit deferred inferred inferring preferred preferring referred conferred regretted regretting planned
  pegged pegging ripped ripping dubbing egged labelled labelling levelled leveled quizzed shrugged shrugging slammed slamming snapped swore sworn swears taught heard hear hears felt foresaw foreseen forgave
   flagged laid lays meant mean means met overheard put puts read reads saw seen sees sought shown sang
  sung spelled spelt thought understood understands wept wound withheld wrote
  accusation accusations acknowledgement acknowledgment admission advice afraid agreement allegation allegations allegedly allusion analysis angry announcement answer anxious apology appeal appeals approval argument
  arguments assertion assertions assessment assumption assurance assurances attitude aware belief beliefs bid boast call calls caution certain claim claims clear comment comments commitment complaint complaints
  concern concerned concerns conclusion condemnation confidence confident confirmation confused consensus contention conviction convinced critical criticism criticisms critics declaration decision defence
  defense demand demands denial denials denunciation description desire desires determination determined disagreement disappointed disappointment disbelief disclosure disdain dismay dissatisfaction doubt doubts eager
  endorsement enthusiasm estimate estimates estimation evidence excited expectation expectations explanation fear fearful fears feeling feelings findings focus forecasts frustrated frustration glad grateful guilty happy harsh hopeful hopes
  hostile idea impression insistence intent intention intentions interest interested joke jokes judgment judgement keen lawsuit letter mention message misgivings mum nervous notion objection objections open opinion opinions opposed
  opposition optimistic outrage outspoken outraged outlook perspective pessimistic petition pleased pledge position praise prediction predictions prefers presumption promise promises promptly proposal proposals prose proud quote
  quotes reaction recommendation recommendations refusal regret regrets reluctance reluctant remark remarks reminder reportedly reports request requests reservations resolution response rhetoric satisfied sceptical scepticism scared
  sentiment sentiments shocked silence silent skeptical skepticism sorry speculation speech stance statement statements suggestion suggestions sure surprise surprised suspicion suspicions sympathy testimony theory thoughtful thoughts threat threats
  deemed emailed emailing entitled headline interview mantra mind op-ed column planning rumors rumours release proponent supporter supportive titled written critic booed deeming given gave give gives reached
  reachable available specify specified elaborate tune per swipe returned return answered unanswered unreturned acknowledged unaware uncertain unclear uneasy unhappy unsure upset vague view views vocal vow wary warning warnings willing wishes word words worried worries writing wrong`.split(
    /\s+/,
  );

/** What a cue with a speaker must have one of, unless a quotation or a clause with "that" follows. */
export const TELLING: WordSet = new WordSet([
  ...SPEECH_VERBS,
  ...ATTITUDES,
  ...STEMS.flatMap(formsOf),
  ...OTHERS,
]);
