import { entries, words } from './word-list';

/** Honorifics that stand before a surname; the letter tells of whom they are said. */
export const HONORIFICS: ReadonlyMap<string, 'm' | 'f' | null> = new Map<string, 'm' | 'f' | null>([
  ['Mr', 'm'],
  ['Messrs', 'm'],
  ['Mrs', 'f'],
  ['Ms', 'f'],
  ['Miss', 'f'],
  ['Dr', null],
  ['Prof', null],
  ['Sir', 'm'],
  ['Lord', 'm'],
  ['Lady', 'f'],
  ['Dame', 'f'],
  ['Rev', null],
  ['Fr', 'm'],
  ['Sheikh', 'm'],
  ['Sheik', 'm'],
  ['Ayatollah', 'm'],
  ['Imam', 'm'],
  ['Mullah', 'm'],
  ['Rabbi', null],
  ['Pope', 'm'],
  ['King', 'm'],
  ['Queen', 'f'],
  ['Prince', 'm'],
  ['Princess', 'f'],
  ['Emperor', 'm'],
  ['Duchess', 'f'],
  ['Hon', null],
  ['Maître', null],
  ['Monsieur', 'm'],
  ['Madame', 'f'],
  ['Herr', 'm'],
  ['Frau', 'f'],
  ['Señor', 'm'],
  ['Señora', 'f'],
]);

/** Titles that news writes with a full stop, without it. */
export const ABBREVIATED_TITLES = words(
  `Mr Mrs Ms Dr Prof Rev Fr Hon Messrs Gov Sen Rep Reps Sens Govs Gen Maj Col Capt Cmdr Lt Sgt Cpl Pvt Adm Sgts Pres Amb Supt Insp Det Atty Brig Pfc Spc St Ste Sr Jr Asst Dep Dist Sec Vice Lieut Cmdt Msgr Const Cllr Ald`,
);

/** Words that head a title or role ("governor", "spokesman"); any of them may stand before a name. */
export const ROLES = words(
  `president premier chancellor minister secretary undersecretary governor mayor senator congressman congresswoman representative delegate councilman
  councilwoman councillor councilor alderman commissioner ambassador envoy diplomat consul attaché attache spokesman spokeswoman spokesperson spokespersons spokesmen chief chairman
  chairwoman chairperson chair director head leader boss chief-of-staff executive officer ceo cfo coo founder co-founder cofounder owner manager president-elect administrator
  general colonel major captain commander lieutenant sergeant corporal private admiral marshal brigadier commodore superintendent inspector
  detective constable deputy sheriff trooper ranger cop policeman policewoman investigator prosecutor attorney lawyer solicitor barrister judge
  justice magistrate advocate counsel counselor coroner pathologist professor lecturer teacher principal dean provost chancellor rector researcher scientist
  economist analyst strategist consultant expert specialist historian physicist chemist biologist seismologist geologist meteorologist astronomer forecaster
  psychologist psychiatrist sociologist epidemiologist virologist engineer architect doctor surgeon physician nurse paramedic midwife dentist pharmacist
  veterinarian journalist reporter correspondent editor columnist anchor presenter broadcaster commentator blogger author writer novelist poet playwright critic
  photographer cameraman filmmaker producer publisher actor actress singer rapper musician composer comedian comic artist painter designer model
  dancer celebrity star player quarterback cornerback linebacker receiver goalkeeper striker midfielder defender pitcher catcher shortstop outfielder
  infielder baseman guard forward center centre coach trainer captain skipper umpire referee athlete champion swimmer boxer golfer driver pilot
  astronaut cosmonaut farmer fisherman shopkeeper businessman businesswoman entrepreneur banker investor trader broker accountant worker student pupil
  resident villager neighbor neighbour witness eyewitness survivor victim suspect defendant activist campaigner dissident protester organizer organiser
  volunteer lobbyist lawmaker legislator parliamentarian mp mep politician candidate nominee contender congressperson whip speaker treasurer
  comptroller controller auditor clerk agent operative aide adviser advisor assistant associate fellow member official organiser imam cleric priest bishop archbishop
  cardinal pope pastor reverend rabbi monk nun ayatollah sheikh king queen prince princess emperor emir sultan duke duchess lord lady baron count first-lady
  warlord rebel militant commander-in-chief fighter gunman terrorist guerrilla insurgent hacker whistleblower informant mother father wife husband son daughter brother sister widow
  uncle aunt cousin grandfather grandmother girlfriend boyfriend partner friend colleague mediator negotiator facilitator ombudsman regulator watchdog warden firefighter
  fire-chief coordinator co-ordinator supervisor operator dispatcher translator interpreter secretary-general vice-president vice-chairman prime-minister premier-designate
  undersheriff harbourmaster harbormaster premier-elect ferryman baker receptionist jeweler jeweller surveyor curator librarian archivist theologian philosopher lawyer-activist treasurer vice-chancellor landlord tenant passenger tourist
  gov sen rep gen maj col capt cmdr lt sgt cpl pvt adm prof rev det supt insp sec pres amb attorney-general
  presidents ministers senators governors officials lawyers representatives congressmen professors doctors generals actors directors brothers sisters`,
);

/** Titles that speak by themselves when capitalised in the middle of a sentence or before a name. */
export const CAPITAL_TITLES = words(
  `Harbourmaster Harbormaster Maître Geologist Seismologist Fisherman Baker President Premier Chancellor Minister Secretary Undersecretary Governor Mayor Senator Congressman Congresswoman Representative Delegate Councilman Councilwoman
  Councillor Councilor Alderman Commissioner Ambassador Envoy Spokesman Spokeswoman Spokesperson Chief Chairman Chairwoman Chairperson Chair Director Head Leader CEO CFO
  General Colonel Major Captain Commander Lieutenant Sergeant Corporal Private Admiral Marshal Brigadier Commodore Superintendent Inspector Detective
  Constable Deputy Sheriff Trooper Ranger Prosecutor Attorney Lawyer Judge Justice Magistrate Counsel Coroner Professor Dean Provost Principal Doctor Nurse
  Correspondent Reporter Editor Analyst Economist Coach Speaker Whip Treasurer Comptroller Controller Agent Officer Official Adviser Advisor Aide Bishop Archbishop Cardinal
  Pope Pastor Reverend Father Sister Brother Rabbi Ayatollah Sheikh Sheik Imam Mullah King Queen Prince Princess Emperor Emir Sultan Duke Duchess Lord Lady Sir Dame Baron
  Gov Sen Rep Reps Sens Govs Gen Maj Col Capt Cmdr Lt Sgt Cpl Pvt Adm Prof Rev Det Supt Insp Sec Pres Amb Atty Brig Pfc Spc Fr Hon Dr Mr Mrs Ms Miss Messrs Msgr
  Const PC Cllr Ald VP GM QB RB WR TE CB LB DT DE AG CTO COO CFO CIO DA MK Undersheriff Candidate Nominee Democrat Republican Congressmen Lawmaker Executive Astronaut MP MEP Firefighter Engineer Owner Quarterback Pitcher Manager Actor Actress Singer`,
);

/** Words that stand before a role without being one: "acting", "deputy", "regional". */
export const ROLE_MODIFIERS = words(
  `former acting deputy interim outgoing incoming new late then current vice assistant associate chief senior junior lead top regional local national federal state
  provincial municipal city county district village town military police army navy naval fire defense defence foreign interior home finance health
  prime press political opposition rebel parliamentary presidential congressional legal medical technical executive general managing ruling chief
  disaster emergency rescue election campaign party labor labour security intelligence environment energy education transport trade justice
  veteran retired longtime long-time one-time onetime ex-president fellow prominent famed leading independent conservative liberal republican democratic
  human rights aid relief coast border customs tax prison park school university college hospital company government state-run news media film tv
  television sports football basketball baseball soccer hockey rookie star defensive offensive research defence-minister house senate majority minority floor
  right-wing left-wing far-right centre-right centre-left center-right lead chief-executive co-founder interim space science seismology weather
  property business economic financial chief operating marketing communications corporate investment bank communal religious spiritual supreme
  agency ministry department bureau office service services headquarters command commission committee council center centre institute union group organisation organization
  headmaster public affairs relations information safety crime homicide murder narcotics special counter-terrorism counterterrorism terrorism elite commando
  embassy consulate court appeals trial district assistant principal head`,
);

/** Titles of several words that hold "of", "for" or "to" inside. */
export const LONG_TITLES = entries(
  `Secretary of State; Secretary of Defense; Secretary of Defence; Chief of Staff; Speaker of the House; Leader of the Opposition; Chief of Police
  Director of National Intelligence; Chancellor of the Exchequer; Secretary of the Interior; Secretary of the Treasury; Prince of Wales; Duke of York; Secretary of Homeland Security
  Director of Public Prosecutions; Attorney General; Prime Minister; Vice President; Secretary General; Chief Executive; Chief Justice; First Lady`,
);

/** Roles that mean the same in a description: the first word of each line stands for the others. */
const ROLE_CLASSES = `
leader president premier chancellor prime-minister king queen emir sultan chief boss chairman chairwoman chair head candidate nominee dictator strongman minister
spokesperson spokesman spokeswoman
lawmaker senator congressman congresswoman representative legislator parliamentarian mp mep sen rep deputy politician councilman councillor
officer policeman policewoman detective constable sergeant lieutenant captain trooper inspector sheriff cop
doctor physician surgeon dr
lawyer attorney solicitor barrister counsel prosecutor
general gen commander colonel admiral
governor gov
professor prof academic scientist researcher expert lecturer
journalist reporter correspondent editor
actor actress star
executive ceo director chief head founder president chairman
minister secretary premier
player quarterback cornerback guard forward striker midfielder goalkeeper pitcher star
businessman businesswoman entrepreneur owner tycoon mogul billionaire
`;

/** A role word to the words that may name the same person in a description ("leader" to "president", …). */
export const ROLE_SYNONYMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ROLE_CLASSES.trim()
    .split('\n')
    .map((line): [string, ReadonlySet<string>] => [line.split(' ')[0] ?? '', words(line)]),
);

/** Role words that tell the sex of the person. */
export const MALE_ROLES = words(
  `man boy spokesman chairman congressman councilman policeman businessman father husband son brother uncle grandfather boyfriend king prince actor duke emperor gentleman priest widower fisherman cameraman mr sir`,
);
export const FEMALE_ROLES = words(
  `woman girl spokeswoman chairwoman congresswoman councilwoman policewoman businesswoman mother wife daughter sister aunt grandmother girlfriend queen princess actress duchess nun widow mrs ms miss lady dame`,
);
