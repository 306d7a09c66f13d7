import { entries, words } from './word-list';

/** Words that head the name of a body ("Ministry", "Headquarters"), capitalised. The name goes on after them with "of" and "for". */
export const BODY_HEADS = words(
  `Academy Administration Agency Alliance Army Assembly Association Associates Authority Authorities Bank Battalion Board Brigade Broadcasting Brotherhood Bureau Bundesbank Bundestag Cabinet Centre Center Centers Centres Chamber
  Charity Church Clinic Club Coalition Coalitions College Command Commission Committee Commons Community Company Confederation Conference Congress Consortium Consulate
  Corporation Corps Council Court Cooperative Department Department's Directorate Diocese Division Duma Embassy Enquirer Exchange Faculty Federation Fellowship Fleet Foundation Force Forces Forum
  Front Fund Gazette Government Group Guard Guards Guild Headquarters Herald Hospital House Industries Initiative Inquirer Inspectorate Institute Institution
  Institutes Journal Knesset Laboratory Labs League Legislature Library Lords Magazine Media Ministry Mission Mosque Movement Museum Nations
  Navy Network Networks News Newspaper Observatory Office Ombudsman Orchestra Organisation Organization Outreach Parliament Partners Partnership Party Patrol Police Post
  Press Project Prosecutor's Radio Regiment Registry Reserve Resistance School Schools Secretariat Senate Service Services Society Squad Staff Studios Study Survey Syndicate Systems
  Team Telegraph Television Theatre Theater Times Treasury Tribunal Tribune Trust Union Unit University Watch Airlines Airways Airport Airport's Technologies Pharmaceuticals Enterprises Holdings Motors
  PAC Caucus Mirror Observer Chronicle Express Examiner Dispatch Globe Sentinel Courier Mail Monitor Weekly Advocate Register Films Products Foods Stores Brands Logistics Ventures Investments Properties Analytics Robotics Advisors Advisers Operations Entertainment Communications Energy Insurance Records Pictures Productions Solutions Capital Securities Electronics Semiconductor Software Institution
  Lines Wire Aggregates Shipping Ferries Shipyard Railway Railways Breweries Steelworks Mining Petroleum Telecom Foodservice Supermarkets Volunteers Gazeta Zeitung Farms Mills Bakeries Bakery Dairies Outfitters Chemicals Instruments Appliances Textiles Publishing Publishers Coastguard Seafoods Fisheries`,
);

/** Heads that name a thing as often as a body: they count only with another sign (a speaker, "the", a country, "of"). */
export const WEAK_BODY_HEADS = words(
  `Mirror Observer Chronicle Express Examiner Dispatch Globe Sentinel Courier Mail Monitor Weekly Advocate Register Capital Community Conference Division Energy Entertainment Exchange Force Forces Front Government House Insurance Mission Post Project Records Reserve Resistance School
  Service Services Staff Study Systems Team Times Unit Watch News Media Press Guard Center Centre Airport Hospital Church Mosque Museum Library Theatre Theater
  Lines Wire Shipping Ferries Railway Railways Mining Mills Farms Instruments Chemicals Fisheries Volunteers Bakery Shipyard Petroleum`,
);

/** Company endings, without their full stop. */
export const COMPANY_ENDINGS = words(
  `Inc Corp Ltd LLC Plc plc Co AG SA GmbH SpA NV LP LLP Limited Incorporated Bhd Pte`,
);

/** Heads of bodies written in small letters after a country or its adjective ("the German defence ministry"). */
export const SMALL_BODY_HEADS = words(
  `ministry military army navy government parliament police intelligence agency embassy consulate senate congress cabinet presidency
  court commission committee council bureau institute headquarters prosecutors treasury administration directorate department delegation mission
  parliament's coastguard gendarmerie watchdog regulator federation union service airline carrier broadcaster television legislature secretariat opposition`,
);

/** Words that may stand between the country and such a head. */
export const SMALL_BODY_MODIFIERS = words(
  `defence defense foreign interior health finance justice energy transport transportation education environment agriculture economy culture trade labor labour emergency emergencies situations
  air coast border security state national federal central military export supreme constitutional high lower upper disaster management mitigation relief rescue meteorological
  geological weather news space nuclear atomic energy aviation civil maritime tax customs election electoral general prosecutor intelligence secret domestic foreign-intelligence
  home affairs and of armed police anti-corruption public prosecutor's football soccer olympic human rights statistics red prison immigration investigative ruling arms armaments
  provincial regional local city capital development planning water natural resources drug food safety broadcasting communications telecommunications rail railway railways oil gas medical`,
);

/** Two-word heads in small letters. */
export const SMALL_BODY_PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['air', words('force')],
  ['armed', words('forces')],
  ['security', words('forces', 'services', 'council')],
  ['coast', words('guard')],
  ['border', words('guard', 'guards', 'service')],
  ['state', words('television', 'tv', 'media', 'radio')],
  ['news', words('agency')],
  ['general', words('staff')],
]);

/** Departments of state that "and" joins inside one name ("Health and Human Services", "Food and Drug Administration"). */
export const SUBJECT_WORDS = words(
  `Food Drug Securities Health Human Welfare Social Science Technology Trade Industry Foreign Commonwealth Energy Climate Culture Sport Sports Media Tourism
  Work Pensions Housing Urban Disease Control Prevention Fisheries Forestry Agriculture Education Environment Transport Infrastructure Communities Information
  Communications Mitigation Management Disaster Oceanic Atmospheric Geological Meteorological Climatology Geophysics Rural Economic Development Planning Research Immigration
  Customs Border Protection Citizenship Refugees Emergency Relief Rescue Recreation Parks Wildlife Homeland Aeronautics Space Aviation Marine Nuclear Security Safety Cooperation Co-operation
  Defence Defense Finance Interior Justice Labour Labor Tropical Medicine Hygiene Standards Arts Sciences Letters Firearms Explosives Medical Investigation Justice Women Children Family Families Youth Senior Aging`,
);

/**
 * Bodies known by a bare name, `name = other forms`. Short on purpose: agencies, broadcasters, papers, international bodies and
 * a few offices that every reader of news knows.
 */
const KNOWN_BODIES = `
The Associated Press = AP, Associated Press
Agence France-Presse = AFP, Agence-France Presse, Agence France Presse
Reuters = Thomson Reuters
Tass = TASS, ITAR-TASS, Itar-Tass, Itar-TASS
RIA Novosti = RIA, RIA-Novosti
Republican Party = GOP, G.O.P.; Democratic Party
Bureau of Alcohol, Tobacco, Firearms and Explosives = ATF, Bureau of Alcohol
IRNA; ISNA; PTI; ANI; IANS; UPI; EFE; ANSA; WAFA; SANA; SUNA; KCNA; Fars; Mehr; dpa; DPA; Antara; Bernama; Belga; Ansa; Tasnim; NHK; ZDF; ARD; RTL; RAI; TF1; BFMTV; CNBC; Univision; Telemundo
Interfax; Xinhua; Kyodo; Yonhap; Anadolu; Bloomberg; Interfax-Ukraine; Ukrinform; Al Jazeera = Al-Jazeera, al-Jazeera; Al Arabiya = Al-Arabiya, al-Arabiya
British Broadcasting Corporation = BBC
Cable News Network = CNN
ABC News = ABC; CBS News = CBS; NBC News = NBC; Fox News = Fox; MSNBC; NPR; PBS; ESPN; C-SPAN; Sky News; Sky; ITV; CBC; CTV; HBO
The New York Times = New York Times; The Washington Post = Washington Post; The Wall Street Journal = Wall Street Journal; Los Angeles Times = L.A. Times, LA Times; USA Today; Politico; Axios
Chicago Tribune; Boston Globe; Miami Herald; Daily Mail; Daily Telegraph; The Guardian; Financial Times; The Times; The Sun; Newsweek; The Economist; TMZ; Der Spiegel = Spiegel
Le Monde; Le Figaro; Le Parisien; El País = El Pais; Corriere della Sera; Bild; Haaretz; Kommersant; Izvestia; Pravda; Variety; Vanity Fair; BuzzFeed; Huffington Post = HuffPost; Breitbart; National Review
United Nations = UN, U.N.
United Nations High Commissioner for Refugees = UNHCR
United Nations Children's Fund = UNICEF, Unicef
European Commission; European Parliament; European Council; European Central Bank = ECB
North Atlantic Treaty Organization = NATO, Nato
World Health Organization = WHO
World Trade Organization = WTO
International Monetary Fund = IMF
World Bank
International Atomic Energy Agency = IAEA
Organization for Security and Cooperation in Europe = OSCE
Organization of the Petroleum Exporting Countries = OPEC, Opec
Association of Southeast Asian Nations = ASEAN, Asean
African Union; Arab League
International Committee of the Red Cross = ICRC; Red Cross; Red Crescent
Amnesty International = Amnesty; Human Rights Watch; Greenpeace; Save the Children; Oxfam; Médecins Sans Frontières = Medecins Sans Frontieres, Doctors Without Borders, MSF
Interpol; Europol; Eurocontrol; FIFA; UEFA; International Olympic Committee = IOC
Federal Bureau of Investigation = FBI
Central Intelligence Agency = CIA
National Security Agency = NSA
Department of Homeland Security = DHS
Drug Enforcement Administration = DEA
Federal Aviation Administration = FAA
National Transportation Safety Board = NTSB
Food and Drug Administration = FDA
Centers for Disease Control and Prevention = CDC, Centers for Disease Control
Environmental Protection Agency = EPA
Federal Emergency Management Agency = FEMA
Internal Revenue Service = IRS
Securities and Exchange Commission = SEC
US Geological Survey = USGS, U.S. Geological Survey, United States Geological Survey
National Aeronautics and Space Administration = NASA, Nasa
National Oceanic and Atmospheric Administration = NOAA
American Civil Liberties Union = ACLU
National Rifle Association = NRA
Democratic National Committee = DNC; Republican National Committee = RNC
NFL; NBA; NHL; MLB; NCAA; MI5; MI6; Mossad; Shin Bet; KGB
Federal Security Service = FSB
Pentagon; Kremlin; White House; Capitol; Downing Street; Élysée = Elysee, Elysée; Scotland Yard; Buckingham Palace; Vatican; State Department; Foggy Bottom; Whitehall
Hamas; Hezbollah = Hizbollah, Hizbullah, Hezbullah; Taliban = Taleban; Al-Qaeda = al-Qaeda, Al Qaeda, al-Qaida, Al-Qaida, Al-Shabaab; al-Shabab = al-Shabaab, Al-Shabab; Boko Haram; Fatah; Islamic State = ISIS, ISIL, IS; Daesh
Congress; Parliament; Senate; Supreme Court; House of Representatives; House of Commons; House of Lords; Knesset; Duma; State Duma; Bundestag; Bundesrat; Verkhovna Rada = Rada; Bundeswehr; Politburo; Federal Reserve = Fed
Google; Facebook; Twitter; Microsoft; Apple; Amazon; Tesla; Boeing; Airbus; Samsung; Sony; Toyota; Intel; AMD; IBM; Oracle; Nokia; Goldman Sachs; Gazprom; Rosneft; Lockheed Martin; SpaceX; Netflix; Uber; YouTube; Wikileaks = WikiLeaks
Human Rights First; Transparency International; Pew Research Center = Pew; Gallup; Quinnipiac; Rasmussen Reports; RAND; Brookings Institution = Brookings; Heritage Foundation; Cato Institute; Chatham House
`;

/** Known bodies: every listed form to the first one. */
export const BODY_FORMS: ReadonlyMap<string, string> = new Map(
  entries(KNOWN_BODIES).flatMap((entry) => {
    const [name = '', others = ''] = entry.split('=').map((s) => s.trim());
    return [name, ...others.split(',').map((s) => s.trim())]
      .filter((form) => form !== '')
      .flatMap((form) => (/^\p{Lu}{2,5}$/u.test(form) ? [form, form.replace(/./g, '$&.')] : [form]))
      .map((form): [string, string] => [form, name]);
  }),
);

/** Known bodies that are mentioned as venues or makers of things: a source only where they speak. */
export const PASSIVE_BODIES = words(
  `Google Facebook Twitter Microsoft Apple Amazon Tesla Boeing Airbus Samsung Sony Toyota Intel AMD IBM Oracle Nokia Uber YouTube Netflix Sky Fox Fed IS Amnesty`,
);
