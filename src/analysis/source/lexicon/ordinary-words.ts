import { words } from './word-list';

/** Words that a capital letter at the start of a sentence does not make a name, and that no name begins with. */
export const SENTENCE_OPENERS = words(
  `a an the this that these those some any each every either neither both all most many much few several various other others another such no none one two three
  four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
  hundreds thousands millions dozens scores half more less fewer nearly almost about around over under roughly only just even still yet already also too
  i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself himself herself itself ourselves themselves who whom whose which what when
  where why how whether if unless until till while although though because since as so than then once before after during despite without within
  with by for from to into onto of off on in at out up down above below behind beside besides between beyond among amid across against along alongside around through throughout
  toward towards under underneath upon via versus near outside inside per like unlike except following regarding concerning according citing including given based considering
  and or but nor not yet however therefore thus hence moreover furthermore meanwhile nevertheless nonetheless otherwise instead indeed perhaps maybe here there now today tonight
  tomorrow yesterday earlier later last next previously recently currently formerly again ever never always often sometimes usually soon finally eventually
  first second third fourth fifth lastly initially meantime elsewhere everywhere somewhere anyone everyone someone everybody nobody somebody anything everything nothing something
  is are was were be been being am has have had having do does did doing will would shall should can could may might must let lets get got make made take
  asked told said says saying added speaking writing reached contacted called named known born aged dressed accompanied flanked joined led backed supported faced hit struck
  yes no ok okay please thanks thank well oh hello hi dear sorry sure
  former late new old young current acting senior top local regional national federal state foreign public private police officials authorities rescuers
  experts analysts observers critics supporters opponents residents witnesses villagers survivors victims investigators prosecutors lawyers doctors firefighters soldiers troops
  people men women children students workers teachers scientists researchers economists reporters journalists lawmakers politicians protesters activists
  video footage photos pictures images reports report documents records court news world international early mid watch read listen photo file see click follow subscribe share
  comment comments story stories article editor writer copyright related update updated breaking exclusive opinion analysis editorial advertisement correction note
  good bad great big small high low long short right left north south east west northern southern eastern western central
  armed unidentified unknown masked thousands traffic power water air rescue emergency hospital school government opposition both rebel rebels militants gunmen thieves robbers pirates suspects
  hours days weeks months years minutes moments shortly afterwards thereafter monday's tuesday's wednesday's thursday's friday's saturday's sunday's
  asia's there's here's that's it's he's she's they're we're i'm you're don't can't won't didn't isn't wasn't let's what's who's
  contact contacting though whatever whoever whenever wherever although asking answering responding replying noting
  sources source company companies police's investigators' shares stocks oil gold business sports sport
  neighbors neighbours friends family relatives parents fans voters democrats' republicans'
  thousands tens part parts because amongst apart aside due thanks prior subsequent back such plus minus
  seeing looking going coming making taking using being having getting giving trying working talking evidence explosives employees overall initial originally practically sadly apparently certainly hopefully naturally unfortunately
  clearly obviously interestingly surprisingly ironically help aid talks trade polls research data campaign staff crews tests results findings girl boy man woman analysis negotiations talks`,
);

/** Months, days and other capitalised words of the calendar. */
export const CALENDAR_WORDS = words(
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
  Christmas Easter Ramadan Thanksgiving Halloween Hanukkah Passover Eid Valentine's Independence Memorial Boxing
  AM PM A.M P.M A.M. P.M. GMT EST EDT PST PDT CST CDT MST UTC BST CET CEST IST ET PT MSK JST AEST`,
);

/** Last words of names that are events, works, laws, streets, prizes, weapons: not a speaker. */
export const THING_HEADS = words(
  `Act Agreement Amendment Tonight Today Morning Time Corridor Dollars Trail Movie Film Award Awards Ave Avenue Battle Bill Blvd Boulevard Bowl Bridge Building Castle Cathedral Championship Championships Christmas City Constitution Convention Cup Day Days Deal Declaration
  Derby Drive Dynasty Earth Election Elections Eve Expressway Festival Festivals Final Finals Flight Games Gate Grammys Hall Highway Holocaust Hotel Hurricane Index Initiative's Inn Internet Interstate Lane
  Law Lawsuit League's Mall Marathon Medal Memorial Method Monument Mountain Mountains Night Oscars Oscar Olympics Olympic Open Order Palace Park Peninsula Plan Plaza Pride Prize Project Protocol Quake Resort Resolution Revolution
  River Road Room Route Scale Sea Season Series Shuttle Square Stadium Station Storm Strait Street Streets Summit Sunday Super Terminal Tower Towers Tour Trade Treaty Trophy Tropics Valley Version Village
  War Wars Week Weekend World Year Era Age Code Doctrine Report Review Show Song Album Dam Lake Bay Beach Island Islands Isle Gulf Ocean Canal Coast Hill Hills Heights Springs Falls Forest Desert Basin Canyon
  Province Region District County Prefecture Regency State States Territory Oblast Kingdom Republic Emirates Township Borough Parish Subdistrict Sub-district Block Zone Rim Ring Line Border
  Christianity Islam Judaism Buddhism Hinduism English Arabic Spanish Bible Koran Quran God Allah Jesus Christ Democracy Democrats Republicans
  Hotel Restaurant Cafe Café Bar Casino Theorem Syndrome Disease Virus Vaccine Fever Flu Cancer Pro Max Plus Edition TV DVD iPhone iPad Xbox Windows Galaxy Phenom Radeon Opteron Athlon`,
);

/** Heads among those that make the name a place. */
export const PLACE_HEADS = words(
  `Province Region District County Prefecture Regency State States Territory Oblast Kingdom Republic Township Borough Parish City Village Town Island Islands Isle Bay Beach Lake River Sea Gulf Ocean Mountain
  Mountains Valley Hill Hills Heights Springs Falls Street Avenue Road Square Peninsula Strait Canal Coast Park Bridge Station Highway Route Boulevard Lane Drive Plaza Subdistrict Sub-district`,
);

/** Small-letter words after a name that make it a place ("Korovin district"). */
export const PLACE_FOLLOWERS = words(
  `province region district county prefecture regency state territory oblast city town village municipality island islands peninsula river lake valley suburb neighborhood neighbourhood area airport
  border coast coastline mountains desert crossing street avenue airfield`,
);

/** Prepositions of place; a lone unknown name after one of them is read as a place. */
export const LOCATIVES = words(
  `in at near from to toward towards outside around across inside into off over throughout through between of`,
);

/** Names of groups of people: they take "the" and speak, but are no body. */
export const GROUPS = words(
  `Democratic Republican Republicans Democrat Democrats GOP Tory Tories Labour Conservative Conservatives Liberal Liberals Muslim Muslims Christian Christians Jew Jews Jewish Catholic Catholics Protestant Protestants
  Hindu Hindus Buddhist Buddhists Sunni Sunnis Shiite Shiites Shia Kurd Kurds Kurdish Arab Arabs Latino Latinos Hispanic Hispanics Black Blacks White Whites Asian Asians African Africans Americans Western Westerners
  Islamist Islamists Socialist Socialists Communist Communists Internet Web President Bible Constitution Earth Moon Sun World Marine Marines Olympics Olympic`,
);

/** Capitals that name things, not bodies. */
export const THING_ACRONYMS = words(
  `GDP SUV SUVs POW POWs DVD TV CD PC CEO CFO AIDS HIV DNA GPS UFO UFOs PIN ATM FAQ IPO USB RAM CPU GPU HD LCD LED DUI DWI IED IEDs RPG RPGs ICU ER IQ ID IDs VIP VIPs PR HR IT AI MVP PhD MBA BA MA RBI ERA
  MP MPs MEP WMD WMDs NGO NGOs PAC PACs OK II III IV VI VII VIII XI EST GMT US UK EU WATCH READ MORE PHOTO VIDEO LIVE UPDATE BREAKING NEWS AND THE FOR WITH FROM NOT NFC AFC AL NL ACL MCL MRI CT`,
);

/** Words and heads that are surnames as well: behind another name they are one. */
export const SURNAME_WORDS = words(
  `Black White Young Green Brown Gray Grey Long Short Small Good Rich Best King Stone Rock Moon Wise Sharp Bright Gold Silver Love Power Winter Summer Spring Day Knight Bishop Cross Fox Wolf Bird Fish Rose Lamb
  West East North South Law Price Cash Frost Snow River Rivers Waters Banks Hall Wood Woods Fields Forest Hill Hills Park Lane Bush Reed Marsh Lake Brook Brooks Bridge Castle Street Flood Bay Falls Church Temple`,
);

/** Plain English words that occur capitalised inside names of things; a run made of them is no person. */
export const PLAIN_WORDS = words(
  `Air American Angel Angels Ballistic Big Black Blue Boxing Bright Broken Brown's Business Calls Central Civil Cold Common Communist Conservative Crime Cross Cruise Crystal Daily Data Day Deal Democratic Digital Direct Domestic
  Double East Eastern Economic Economy Electric Emergency Evening Executive Eye Family Fast Federal Fire First Flash Flight Food Foreign Former Free Freedom Full General Global Gold Golden Good Great Green Ground Happy
  Health Heart Heavy High Holy Home Hot Human Ice Independent International Iron Islamic Joint Justice King Labor Labour Land Last Left Liberal Liberty Life Light Little Live Local Long Love Low Main Major
  Marine Medicare Medicaid Medical Middle Mid Military Mini Modern Money Moon Morning Mother Music National Natural Naval New Night Nobel North Northern Northwest Northeast Nuclear Number Ocean Official Old Olympic Open Orange Original Orthodox
  Pacific Panther Peace People People's Pink Planet Play Politics Poor Popular Power Premier Prime Private Pro Public Quick Rapid Real Red Regional Republican Rights Ring River Rock Roman Royal Russian
  Safe Safety Sea Second Secret Security Senior Service Seven Ship Short Silver Sky Small Smart Social Socialist Solar Solid South Southern Southeast Southwest Space Special Speed Spring Star State Stars Storm Strong Summer Sun Sunni Super Supreme
  Sweet Tea Team Tech Third Three Tiger Time Top Total Trade Tropical True Twin Two United Universal Upper Urban Value Video Vision War Water Wave West Western White Wide Wild Winter Wonder World Yellow Access Absolute Academic Apparently Certainly Nonviolent Young
  Catholic Christian Jewish Muslim Hindu Buddhist Protestant Shiite Shia Arab Kurdish Hispanic Latino Asian African Democrat Republican Democrats Republicans Muslims Christians Jews Kurds Arabs Catholics
  Senate's House's Congressional Internet Twitter Facebook Instagram Telegram Snapchat TikTok WhatsApp YouTube X Google Web Skype Zoom Kalashnikov Kalashnikovs Patriot Boeing Airbus Tomahawk Hellfire Ford Mercedes BMW Toyota`,
);
