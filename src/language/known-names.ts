/** Names that many texts have. They belong to no language: a German text has a Sarah, an English one a Tomasz. */

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const phrasesOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*,\s*/));

/** First names, in small letters. Those that are words, too, are in {@link WORDLIKE_NAMES}. */
export const FIRST_NAMES = setOf(`
aaron abby abdul abigail adam adele adrian agnes ahmed aisha akira alan albert alejandra alejandro alex alexander alexandra alexis
ali alice alicia alina allison alma amanda amara amelia amina amir amit amy ana anand andrea andreas andrei andrew andré anders
angela angelika anika anil anita anja anjali ann anna anne annette annika anthony antoine anton antonia antonio anya ariel arjun
arnaud arthur arun asha astrid aurélie ava axel aylin ayşe barbara bastian beatrice beatriz ben benedikt benjamin benoît bernard
bernd beth bianca birgit björn bob bojan brandon brenda brian brigitte bruno bryan caitlin camila camille carina carla carlos
carmen carol carolin caroline catarina catherine cecilia cédric celine charles charlie charlotte chiara chloe chloé chris christian
christina christine christoph christopher claire clara claudia claudio clémence cleo clément colin connor corinna cristina cynthia
dagmar dan daniel daniela danielle danny darren dave david deborah denise dennis derek deniz devon diana diego dieter dimitri dirk
dmitri dominic dominik donna dorothy doris duncan edgar eduardo edward elena eleanor eli elias elif elisa elisabeth élise elizabeth
ella elle ellen éloïse elsa emil emily emma emmanuel enrique eric erica erik erika erin esra esther ethan eva evelyn fabian fabio
farah farid fatima felix fernanda fernando filip finn fiona florence florian francesca francis francisco françois frank franz
franziska fred frederic freya friedrich gabi gabriel gabriela gareth gary george georg gerald gerhard gianni gilles giovanni giulia
gina gloria gonzalo gordon graham greg gregor greta guillaume guillermo günter gustavo hamza hana hanna hannah hannes hans harald
harry harriet hassan heather heidi heike heinz helen helena helene helmut hélène henri henrik henry hiroshi holger hugo ian ibrahim
ignacio igor imani imran ines inês ingrid inga irina irene isaac isabel isabella isabelle ivan jacob jacqueline jacques jake jakob
james jamie jan jana jane janet janine jared jasmin jasmine jason javier jean jeff jeffrey jennifer jenny jens jeremy jérôme jessica
jesús jill jim jimmy joana joanna joão joachim joe joel johan johannes john jon jonas jonathan jordan jörg jorge josé josef joseph
josh joshua juan juana judith julia julian juliane julie julien juliette julio june jürgen justin kai kamal karen karim karin karl
karolina kat kate katharina katherine kathleen kathrin kathy katie katja katrin kay keith kelly ken kenji kenneth kerstin kevin
khalid kim kirsten klaus kofi konrad krishna kristin kurt kwame kyle lara larissa lars latoya laura lauren laurent laurence lea léa
lee leila lena leo leon leona leonard leonie leticia leyla liam lily linda lisa liz lorenzo lothar louis louise luca lucas lucía
lucia lucie lucy ludwig luis luisa luís lukas luke lydia maeve magda magdalena maggie mai maik maja malik manfred manon manuel
manuela marc marcel marco marcos marcus margaret margot maria marí marie mario marion marisa markus marlene marta martha martin
martina mary mateo mateus matheus mathieu mathilde matt matteo matthew matthias maurice mauricio megan mehdi mehmet mei melanie
melissa merve mia michael michaela michał michel michele michelle miguel mike milan mila mina miriam mirjam mohamed mohammed moira
monica monika moritz murat mustafa nadia nadine naomi natalia natalie natasha nathan neha neil nia nicholas nick nicola nicolas
nicole nigel nikhil niklas nils nina noah noémie noor nora norbert nuno oksana olaf ole oleg olga oliver olivia olivier omar oscar
oskar otto owen pablo paola pascal patricia patrick paul paula pauline pedro peter petra phil philip philipp philippe pia pierre
pilar piotr preeti priya quentin rachel rafael rahul raj rajesh ralf ralph ramón raphael raquel ravi raymond rebecca regina renata
renate rené reza ricardo richard rick rita robert roberta roberto robin rodrigo roger roland rolf roman romain ron ronald rosa rosie
ross roxane ruben rui ruth ryan sabine sabrina sally salma sam samantha samir samira samuel sana sandra sandro sanjay santiago sara
sarah sasha saskia scott sean sebastian sébastien selin sergei sergio shannon sharon sheila shirin shreya silke silvia simon simone
sina sofia sofie sonia sonja sophia sophie stacy stefan stefanie stella stephan stephanie stéphane stephen steve steven stuart sue
sunil susan susanne suzanne svenja sven svetlana sylvia sylvie tamara tania tanja tara tariq tatiana ted teresa terry tess thabo
theo theresa thibault thomas thorsten tiago till tim timo timothy tina tobias todd tom tomas tomasz tomás toni tony torsten tracy
ulrich ulrike ursula uwe valentina valeria valérie vanessa vera veronica véronique vicky victor victoria vijay viktor vincent viola
virginie vivian vladimir volker waleed walter wendy werner wilhelm wiebke william wolfgang xavier xiao yannick yann yara yasmin
yasmine yolanda youssef yuki yuri yusuf yvonne zahra zara zeynep zoe zoë amelie amélie beth carys dana dean dennis giles grace hope jack jan kev lucinda marisol max orla renee renée
rose ruth sander steph will mark frank gene drew dawn joy kay ivy pat ray rob rich sage april august`);

/** Names that begin sentences as other words: only in the middle of one, or in front of a surname, are they names. */
export const WORDLIKE_NAMES = setOf(`
art bill carol chase dale dawn drew faith frank gene grace grant guy hope ivy jack jan jean joy june kay kelly lee mark max may
miles pat pierce ray rich rob rose ruby skip sue summer till will wade rosa elle kim mai mina kat cleo viola sage penny heather
april august gloria marina leona iris norma dolores mercedes pilar luz consuelo ole kai ken don ron nice orange meta stripe turkey ford
apple oracle reading tata shell target`);

/** Places: countries, parts of the world, and cities, in small letters. */
export const PLACES = phrasesOf(`
africa, america, asia, europe, latin america, north america, south america, middle east, scandinavia, algeria, argentina, australia, austria,
bangladesh, belgium, bolivia, brazil, bulgaria, cameroon, canada, chile, china, colombia, croatia, cuba, czechia, denmark,
ecuador, egypt, england, estonia, ethiopia, finland, france, germany, ghana, great britain, greece, hungary, iceland, india,
indonesia, iran, iraq, ireland, israel, italy, jamaica, japan, kenya, korea, south korea, latvia, lebanon, lithuania,
luxembourg, malaysia, mexico, morocco, nepal, netherlands, new zealand, nigeria, norway, pakistan, peru, philippines, poland,
portugal, romania, russia, saudi arabia, scotland, senegal, serbia, singapore, slovakia, slovenia, south africa, spain,
sri lanka, sweden, switzerland, syria, taiwan, tanzania, thailand, tunisia, turkey, uganda, ukraine, united kingdom,
united states, uruguay, venezuela, vietnam, wales, zimbabwe, deutschland, österreich, schweiz, frankreich, spanien, italien,
allemagne, espagne, italie, suisse, belgique, españa, alemania, francia, italia, méxico, brasil, alemanha, frança, espanha,
aachen, aarhus, amsterdam, ankara, antwerp, athens, atlanta, auckland, austin, bangalore, bangkok, barcelona, basel, bavaria,
beijing, belfast, berlin, bern, birmingham, bogotá, bologna, bordeaux, boston, bremen, brighton, bristol, brooklyn, brussels,
bucharest, budapest, buenos aires, cairo, california, calgary, cape town, chicago, cologne, copenhagen, cork, dallas, delhi,
denver, detroit, dortmund, dresden, dubai, dublin, düsseldorf, edinburgh, eindhoven, florence, florida, frankfurt, geneva,
genoa, ghent, glasgow, gothenburg, graz, hamburg, hannover, hanover, heidelberg, helsinki, hong kong, houston, hyderabad,
istanbul, jakarta, johannesburg, karlsruhe, kraków, kyiv, köln, lagos, las vegas, leeds, leipzig, lille, lima, lisbon, lisboa,
liverpool, london, los angeles, lyon, madrid, málaga, manchester, manila, marseille, melbourne, miami, milan, minneapolis,
montréal, montreal, moscow, mumbai, munich, münchen, nairobi, nantes, naples, new orleans, new york, new york city, nice,
nuremberg, nürnberg, oslo, ottawa, oxford, paris, philadelphia, phoenix, pittsburgh, porto, portland, prague, pune, quebec,
rennes, rio de janeiro, riga, rome, rotterdam, salzburg, san diego, san francisco, santiago de chile, são paulo, seattle,
seoul, sevilla, seville, shanghai, sheffield, sofia, stockholm, strasbourg, stuttgart, sydney, tallinn, tel aviv, texas,
tokyo, toronto, toulouse, turin, valencia, vancouver, venice, vienna, vilnius, warsaw, washington, wien, york, zagreb, zaragoza,
zurich, zürich, bay area, silicon valley`);

/** Companies that many write about, in small letters. */
export const COMPANIES = phrasesOf(`
accenture, adidas, adobe, airbnb, airbus, alibaba, allianz, amazon, apple, audi, barclays, basf, bayer, bmw, boeing, bosch, byd,
capgemini, cisco, coca-cola, daimler, deloitte, deutsche bahn, deutsche bank, deutsche telekom, dhl, disney, dropbox, ebay,
electronic arts, ericsson, etsy, facebook, fedex, ford, general electric, goldman sachs, google, hewlett packard, honda, hsbc,
huawei, ibm, ikea, infosys, intel, john deere, jpmorgan, klarna, kpmg, lidl, lufthansa, mckinsey, mercedes-benz, meta, microsoft,
netflix, nestlé, nike, nintendo, nokia, nvidia, openai, oracle, orange, paypal, philips, pfizer, porsche, pwc, renault, revolut,
rheinmetall, roche, salesforce, samsung, sap, shopify, siemens, sony, spotify, starbucks, stripe, tata, tesco, tesla, thyssenkrupp,
toyota, uber, ubisoft, unilever, vodafone, volkswagen, volvo, walmart, xerox, yahoo, zalando, the new york times`);

/** Technology and trade words that are written with capitals and name nobody: what a text is built with, not whom it is about. */
export const TECHNOLOGY = setOf(`
airflow android angular ansible apache arduino asana aws azure bash basecamp bluetooth bootstrap c cassandra celery chrome
clickhouse cloudflare cobol confluence copilot css datadog debian django docker dynamodb ec2 elasticsearch electron elixir emacs
ethereum excel express fastapi figma firebase firefox flask flutter fortran gatsby git github gitlab go godot golang grafana graphql
gunicorn hadoop haskell heroku html http https ios ipad iphone istio java javascript jenkins jira json jupyter kafka kanban keras
kotlin kubernetes lambda laravel linkedin linux lua mac macos mailchimp mastodon matlab maven memcached mongodb mysql neovim nextjs
nginx node nodejs notion npm numpy outlook pandas perl php playwright postgres postgresql powerpoint prometheus puppet pydantic
pytest python pytorch rabbitmq rails react redis redux rust s3 sass scala scikit scrum selenium sentry sharepoint slack snowflake
solr spark splunk spring sqlalchemy sqlite svelte swift teams tensorflow terraform threads trello twitter typescript ubuntu unity
unix uvicorn vim vue wasm webpack whatsapp wi-fi wifi windows word wordpress x yaml youtube zapier zoom bluesky instagram tiktok
internet web christmas easter thanksgiving ramadan halloween god bible euro euros agile black friday covid covid-19
corona kpi okr mvp ceo cto cfo coo vp hr pr ux ui qa api sla slo roi nps faq pdf csv usb sql saas gmail wikipedia stack overflow`);
