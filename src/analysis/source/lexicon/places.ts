import { entries } from './word-list';

/**
 * Countries as `name, other names | adjectives and peoples | capital, other spellings`. The capital stands for the
 * government where it speaks ("Kyiv said"). General knowledge; spellings as news agencies write them.
 */
const COUNTRIES = `
Afghanistan|Afghan,Afghans|Kabul
Albania|Albanian,Albanians|Tirana
Algeria|Algerian,Algerians|Algiers
Angola|Angolan,Angolans|Luanda
Argentina|Argentine,Argentinian,Argentines|Buenos Aires
Armenia|Armenian,Armenians|Yerevan
Australia|Australian,Australians|Canberra
Austria|Austrian,Austrians|Vienna
Azerbaijan|Azerbaijani,Azeri,Azerbaijanis|Baku
Bahrain|Bahraini,Bahrainis|Manama
Bangladesh|Bangladeshi,Bangladeshis|Dhaka
Belarus,Belorussia|Belarusian,Belarussian,Belarusians|Minsk
Belgium|Belgian,Belgians|Brussels
Benin|Beninese|Porto-Novo
Bolivia|Bolivian,Bolivians|La Paz
Bosnia,Bosnia and Herzegovina|Bosnian,Bosnians|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian,Brazilians|Brasilia
Britain,United Kingdom,UK,U.K.,Great Britain|British,Briton,Britons|London
Bulgaria|Bulgarian,Bulgarians|Sofia
Burkina Faso|Burkinabe|Ouagadougou
Burundi|Burundian|Bujumbura
Cambodia|Cambodian,Cambodians|Phnom Penh
Cameroon|Cameroonian|Yaounde
Canada|Canadian,Canadians|Ottawa
Central African Republic||Bangui
Chad|Chadian,Chadians|N'Djamena
Chile|Chilean,Chileans|Santiago
China,People's Republic of China|Chinese|Beijing,Peking
Colombia|Colombian,Colombians|Bogota
Congo,Democratic Republic of Congo,Democratic Republic of the Congo|Congolese|Kinshasa
Costa Rica|Costa Rican|San Jose
Croatia|Croatian,Croat,Croats|Zagreb
Cuba|Cuban,Cubans|Havana
Cyprus|Cypriot,Cypriots|Nicosia
Czech Republic,Czechia|Czech,Czechs|Prague
Denmark|Danish,Dane,Danes|Copenhagen
Dominican Republic|Dominican,Dominicans|Santo Domingo
Ecuador|Ecuadorian,Ecuadorean|Quito
Egypt|Egyptian,Egyptians|Cairo
El Salvador|Salvadoran|San Salvador
England|English|
Eritrea|Eritrean|Asmara
Estonia|Estonian,Estonians|Tallinn
Ethiopia|Ethiopian,Ethiopians|Addis Ababa
Fiji|Fijian|Suva
Finland|Finnish,Finn,Finns|Helsinki
France|French,Frenchman|Paris
Gambia|Gambian|Banjul
Georgia|Georgian,Georgians|Tbilisi
Germany|German,Germans|Berlin
Ghana|Ghanaian,Ghanaians|Accra
Greece|Greek,Greeks|Athens
Guatemala|Guatemalan|Guatemala City
Guinea|Guinean|Conakry
Haiti|Haitian,Haitians|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian,Hungarians|Budapest
Iceland|Icelandic,Icelander|Reykjavik
India|Indian,Indians|New Delhi,Delhi
Indonesia|Indonesian,Indonesians|Jakarta
Iran|Iranian,Iranians|Tehran,Teheran
Iraq|Iraqi,Iraqis|Baghdad,Bagdad
Ireland|Irish|Dublin
Israel|Israeli,Israelis|Jerusalem,Tel Aviv
Italy|Italian,Italians|Rome
Ivory Coast,Cote d'Ivoire,Côte d'Ivoire|Ivorian|Abidjan
Jamaica|Jamaican,Jamaicans|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian,Jordanians|Amman
Kazakhstan|Kazakh,Kazakhstani|Astana,Nur-Sultan
Kenya|Kenyan,Kenyans|Nairobi
Kosovo|Kosovar,Kosovan|Pristina
Kuwait|Kuwaiti,Kuwaitis|Kuwait City
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian|Vientiane
Latvia|Latvian,Latvians|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan,Libyans|Tripoli
Lithuania|Lithuanian,Lithuanians|Vilnius
Luxembourg||
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian,Malaysians|Kuala Lumpur
Mali|Malian,Malians|Bamako
Malta|Maltese|Valletta
Mauritania|Mauritanian|Nouakchott
Mexico|Mexican,Mexicans|Mexico City
Moldova|Moldovan,Moldovans|Chisinau
Mongolia|Mongolian|Ulaanbaatar,Ulan Bator
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan,Moroccans|Rabat
Mozambique|Mozambican|Maputo
Myanmar,Burma|Burmese|Naypyidaw
Namibia|Namibian|Windhoek
Nepal|Nepali,Nepalese|Kathmandu,Katmandu
Netherlands,Holland|Dutch|Amsterdam,The Hague
New Zealand|New Zealander|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian,Nigerians|Abuja
North Korea,Democratic People's Republic of Korea|North Korean,North Koreans|Pyongyang
North Macedonia,Macedonia|Macedonian|Skopje
Norway|Norwegian,Norwegians|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani,Pakistanis|Islamabad
Palestine,Palestinian Authority|Palestinian,Palestinians|Ramallah
Panama|Panamanian|Panama City
Papua New Guinea||Port Moresby
Paraguay|Paraguayan|Asuncion
Peru|Peruvian,Peruvians|Lima
Philippines|Philippine,Filipino,Filipinos|Manila
Poland|Polish,Pole,Poles|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari,Qataris|Doha
Romania|Romanian,Romanians|Bucharest
Russia,Russian Federation|Russian,Russians|Moscow
Rwanda|Rwandan,Rwandans|Kigali
Saudi Arabia|Saudi,Saudis|Riyadh
Scotland|Scottish,Scot,Scots|Edinburgh
Senegal|Senegalese|Dakar
Serbia|Serbian,Serb,Serbs|Belgrade
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak,Slovaks|Bratislava
Slovenia|Slovenian,Slovene|Ljubljana
Somalia|Somali,Somalis|Mogadishu
South Africa|South African,South Africans|Pretoria
South Korea,Republic of Korea|South Korean,South Koreans|Seoul
South Sudan|South Sudanese|Juba
Soviet Union,USSR|Soviet,Soviets|
Spain|Spanish,Spaniard,Spaniards|Madrid
Sri Lanka|Sri Lankan,Sri Lankans|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish,Swede,Swedes|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian,Syrians|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai,Thais|Bangkok
Togo|Togolese|Lome
Trinidad and Tobago|Trinidadian|Port of Spain
Tunisia|Tunisian,Tunisians|Tunis
Turkey,Turkiye,Türkiye|Turkish,Turk,Turks|Ankara
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan,Ugandans|Kampala
Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev,Kyyiv
United Arab Emirates,UAE,Emirates|Emirati|Abu Dhabi
United States,US,U.S.,USA,U.S.A.,America,United States of America|American,Americans|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Vatican,Holy See||Vatican City
Venezuela|Venezuelan,Venezuelans|Caracas
Vietnam|Vietnamese|Hanoi
Wales|Welsh|Cardiff
Yemen|Yemeni,Yemenis|Sanaa,Sana'a
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean,Zimbabweans|Harare
European Union,EU|European,Europeans|
`;

/** Places that are not countries or capitals: regions, states, provinces and large cities, with spelling variants after `=`. */
const OTHER_PLACES = `
Africa; Asia; Europe; North America; South America; Latin America; Middle East; Far East; Antarctica; Arctic; Atlantic; Pacific
Mediterranean; Caribbean; Balkans; Scandinavia; Siberia; Crimea; Donbas = Donbass; Caucasus; Gulf; Persian Gulf; Red Sea; Black Sea
Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Hawaii; Idaho; Illinois; Indiana; Iowa
Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada
New Hampshire; New Jersey; New Mexico; New York; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island
South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont; Virginia; West Virginia; Wisconsin; Wyoming; Puerto Rico; Guam
District of Columbia; Washington D.C.; D.C.; Ontario; Quebec; Alberta; British Columbia; Manitoba; Saskatchewan; Nova Scotia
New Brunswick; Newfoundland; New South Wales; Queensland; Tasmania; Northern Ireland; Bavaria; Saxony; Catalonia; Sicily; Sardinia
Los Angeles; Chicago; Houston; Phoenix; Philadelphia; San Antonio; San Diego; Dallas; San Francisco; Seattle; Denver; Boston
Detroit; Memphis; Baltimore; Milwaukee; Miami; Atlanta; Cleveland; Oakland; Minneapolis; Tampa; New Orleans; Honolulu; Pittsburgh
Cincinnati; St. Louis; Sacramento; Las Vegas; Manhattan; Brooklyn; Queens; Bronx; Staten Island; Hollywood; Silicon Valley; Long Island
Toronto; Montreal; Vancouver; Calgary; Edmonton; Winnipeg; Halifax; Sydney; Melbourne; Brisbane; Perth; Adelaide; Auckland
Manchester; Birmingham; Liverpool; Leeds; Glasgow; Belfast; Bristol; Oxford; Cambridge; Hamburg; Munich; Frankfurt; Cologne; Dresden
Marseille; Lyon; Nice; Cannes; Bordeaux; Toulouse; Milan; Naples; Turin; Florence; Venice; Barcelona; Valencia; Seville; Geneva; Zurich
Basel; Salzburg; Rotterdam; Antwerp; Strasbourg; Krakow; Gdansk; St. Petersburg; Saint Petersburg; Rostov; Kursk; Bryansk; Belgorod
Kharkiv = Kharkov; Odesa = Odessa; Lviv = Lvov; Dnipro; Donetsk; Luhansk = Lugansk; Mariupol; Kherson; Zaporizhzhia = Zaporizhia, Zaporizhzhya
Mykolaiv = Nikolayev; Bakhmut; Sevastopol; Chernihiv; Chernobyl = Chornobyl; Istanbul; Izmir; Aleppo; Homs; Idlib; Mosul; Basra; Fallujah
Kirkuk; Gaza; Gaza Strip; West Bank; Golan Heights; Haifa; Bethlehem; Hebron; Nablus; Jenin; Rafah; Khan Younis; Benghazi; Misrata; Sirte
Alexandria; Casablanca; Lagos; Kano; Johannesburg; Cape Town; Durban; Mombasa; Darfur; Goma; Zanzibar; Mumbai = Bombay; Kolkata = Calcutta
Chennai = Madras; Bengaluru = Bangalore; Hyderabad; Karachi; Lahore; Peshawar; Rawalpindi; Kashmir; Punjab; Kandahar; Helmand; Herat; Qom
Isfahan; Tabriz; Mashhad; Shanghai; Hong Kong; Macau = Macao; Guangzhou = Canton; Shenzhen; Wuhan; Chongqing; Tibet; Xinjiang; Lhasa
Osaka; Kyoto; Fukushima; Hiroshima; Nagasaki; Okinawa; Busan = Pusan; Ho Chi Minh City = Saigon; Yangon = Rangoon; Mandalay; Phuket
Ala; Ariz; Ark; Calif; Colo; Conn; Fla; Ga; Ill; Ind; Kan; Ky; Md; Mass; Mich; Minn; Mont; Neb; Nev; N.H.; N.J.; N.M.; N.Y.; N.C.; N.D.; Okla; Ore; Pa; R.I.; S.C.; S.D.; Tenn; Tex; Va; Vt; Wash; W.Va.; Wis; Wyo; B.C.; Ont
Sumatra; Java; Bali; Aceh; Borneo; Papua; Medan; Surabaya; Mindanao; Luzon; Cebu; Rio de Janeiro; Sao Paulo; Medellin; Cali; Guadalajara
Tijuana; Ciudad Juarez; Monterrey; Acapulco; Cancun; Wall Street; Capitol Hill
`;

interface Country {
  readonly name: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly capitals: readonly string[];
}

const list = (field: string | undefined): readonly string[] => (field ? field.split(',') : []);

const countries: readonly Country[] = entries(COUNTRIES).map((line) => {
  const [names, adjectives, capitals] = line.split('|').map(list);
  return {
    name: names?.[0] ?? '',
    names: names ?? [],
    adjectives: adjectives ?? [],
    capitals: capitals ?? [],
  };
});

/** Country names, in every listed form, to the country. */
export const COUNTRY_OF_NAME: ReadonlyMap<string, string> = new Map(
  countries.flatMap((c) => c.names.map((n): [string, string] => [n, c.name])),
);
/** Adjectives and names of peoples to the country ("Ukrainian", "Ukrainians"). */
export const COUNTRY_OF_ADJECTIVE: ReadonlyMap<string, string> = new Map(
  countries.flatMap((c) => c.adjectives.map((a): [string, string] => [a, c.name])),
);
/** Capitals, in every listed spelling, to the country. */
export const COUNTRY_OF_CAPITAL: ReadonlyMap<string, string> = new Map(
  countries.flatMap((c) => c.capitals.map((k): [string, string] => [k, c.name])),
);

/** Every listed place to its first-listed spelling ("Kiev" to "Kyiv"). */
export const PLACES: ReadonlyMap<string, string> = new Map([
  ...countries.flatMap((c) => c.names.map((n): [string, string] => [n, c.name])),
  ...countries.flatMap((c) => c.capitals.map((k): [string, string] => [k, c.capitals[0] ?? k])),
  ...entries(OTHER_PLACES).flatMap((entry): [string, string][] => {
    const [name = '', variants] = entry.split('=').map((s) => s.trim());
    return [name, ...list(variants).map((v) => v.trim())].map((v): [string, string] => [v, name]);
  }),
]);

/** The country that a word names, by its name or as an adjective; null for anything else. Capitals do not count. */
export function countryOf(word: string): string | null {
  return COUNTRY_OF_NAME.get(word) ?? COUNTRY_OF_ADJECTIVE.get(word) ?? null;
}
