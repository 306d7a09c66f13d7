/**
 * Groups of words that reports of one event use for each other, one group a line; the first word stands for the group.
 * General news vocabulary, every inflected form is reached through {@link stem}; irregular forms are spelled out.
 */
const GROUPS = `
kill dead die died dies dying death fatality fatal deadly slain slay perish lethal deceased toll drown drowning
missing unaccounted
injure injury wound hurt
unhurt uninjured unharmed unscathed
quake earthquake temblor tremor tremblor seism
plane aircraft jet airplane airliner aeroplane warplane
helicopter chopper
pow prisoner captive
police policeman policewoman policemen policewomen cop officer
crowd participant attendee attendance turnout gather
soldier troop troops serviceman servicemen
child children kid
student pupil
teacher professor
capture seize nab apprehend arrest detain custody caught catch confiscate
foil thwart repulse repel avert
rob robber robbery heist thief thieves theft steal stole stolen snatch loot burglar burglary bandit
jewel jewelry jewellery gem jeweler jeweller
ship vessel freighter ferry
boat skiff speedboat
dismiss sack oust axe
house home building residence residential dwelling property structure
hit strike struck rock jolt shake shook shaken collide collision
crash downed
sink sank sunk shipwreck founder
capsize overturn
attack raid assault strike-on
bomb bombing bombard bombardment bombed airstrike
explosion explode blast detonate
refugee displaced
contract deal agreement
offer bid propose proposal
sign signed
shoot shot shooting gunfire fire-on
gunman gunmen shooter killer
weapon gun firearm rifle
cut sever snap
fall fell fallen
flee fled
find found
begin began begun start commence
leave left depart departure
give gave given
take took taken
hold held
buy bought purchase
sell sold sale
pay paid
win won victory
lose lost loss
plant factory
sales turnover revenue
harbour harbor port
shore coast
board aboard
inquiry enquiry investigation probe
build built
rise rose risen climb
send sent dispatch
tell told
know knew known
see saw seen
run ran
make made
doctor physician medic
hospital clinic
evacuate evacuation
rescue
rescuer
damage damaged
destroy destruction flatten collapse raze ruin ruined
video footage clip
photo photograph picture image
spokesman spokeswoman spokesperson
official authority authorities
country nation
company firm corporation
job post position workplace
worker employee staff
colleague coworker co-worker
suspect accused
casualty
depth deep beneath underground hypocenter
car vehicle automobile
area region zone
city town
village
villager
woman women female
man men male
people person persons resident inhabitant
passenger
missile rocket
drone uav
mile miles
kilometre kilometer km
metre meter
game match
season
injury-list
knee
surgery operation operate
week
month
year
transport carry carried ferry
swap exchange
kidnap abduct abduction
hostage
protest demonstrate demonstration demonstrator protester marcher
vote ballot
law legislation bill
lawsuit sue suit
trial
jail prison imprison
percent percentage pct
surcharge premium
licence license licensed permit permitted
magnitude richter
epicentre epicenter
aftershock
flood flooding
storm hurricane cyclone typhoon
coach
player
internet web online
undersea underwater submarine subsea sub-sea
cable
`;

const CANONICAL = new Map<string, string>();
for (const line of GROUPS.trim().split('\n')) {
  const [first = '', ...rest] = line.split(' ');
  for (const word of [first, ...rest]) CANONICAL.set(word, first);
}

/** The word that stands for a group of near-synonyms, for a lower-case word or stem; the word itself where there is none. */
export function canonicalWord(word: string): string | undefined {
  return CANONICAL.get(word);
}

/** Words that stand for anybody: they match every more exact word for people ("people", "villagers", "passengers"). */
export const PEOPLE: ReadonlySet<string> = new Set(
  (
    'people man woman child soldier police passenger villager student teacher worker civilian official victim casualty other more ' +
    'pow refugee crew member resident pirate robber suspect player tourist guest family relative survivor national ' +
    'gunman guard driver pilot rescuer colleague partygoer party-goer bystander neighbor hostage inmate motorist pedestrian shopper sailor crewman ' +
    'fisherman miner climber hiker migrant patient protest attacker prisoner fighter crowd supporter inhabitant rebel militant citizen adult boy girl men women someone anyone one ' +
    'raider brigand bandit thief thieves burglar looter insurgent extremist terrorist bomber hijacker kidnapper smuggler trafficker detainee captive ' +
    'evacuee immigrant settler officer policeman policemen policewoman trooper commando troop peacekeeper firefighter paramedic nurse volunteer ' +
    'pupil schoolchildren teenager youth toddler infant baby pilgrim cyclist biker swimmer diver spectator activist demonstrator journalist reporter ' +
    'farmer labourer laborer engineer technician trucker seaman seafarer mariner lawmaker deputy inspector employee manager partner boss'
  ).split(' '),
);

/** Words without content of their own. Lower case. */
export const STOP: ReadonlySet<string> = new Set(
  (
    'a an the this that these those some any each every no not of in on at by for with from to into onto over under up ' +
    'down out off about as than then so such also too very just only still yet again more most less least much many few ' +
    'and or but nor if while because although though when where which who whom whose what how why whether ' +
    'i me my we us our you your he him his she her it its they them their himself herself itself themselves one ' +
    'is are was were be been being am do does did done has have had having will would shall should may might can could must ' +
    'there here now after before during since until between among through against within without across near around along ' +
    'say said says saying tell told according report reported reports reportedly quoted adding added told citing ' +
    'far confirm confirmed mr mrs ms dr other another both all half own same'
  ).split(' '),
);
