package grievance

// The words of which a phrase may be told again. All are common, none insults,
// none names a person; what is not here is never told.

// nouns that take a plural; things are nouns too.
var nouns = set(namedNouns + " " + everydayNouns + " " + everydayStaff + ` area bedsheet air text human hold screw vase guitar zip sole boot kettle nugget handle reference network bolt nail book design show party conditioning lift rip hole scratch dent tear fan bulb freezer stroller wheelchair luggage-tag stock app-store screw salary machine meeting match highlight series weather forecast oil tracking boarding callback tweet export import piece sauce pocket clasp bluetooth region campus pickup pick-up drop-off check-in sign-in bagel bean bread bulk bunk cab candy cape chili creature curry donut grocery ham lobby lotion mattress meatball noodle omelette onion pancake pasta patty perfume pickle pie pin salad salsa sandwich shrimp sushi taco tomato tortilla turkey wrap yoghurt yogurt burrito biryani dishwasher microwave kettle iron drill tyre tire bath blouse hat cardigan legging sweater trainer sneaker heel swimsuit pyjama dress gown ring earring perfume lipstick mascara duvet pillow towel curtain rug wardrobe table chair desk drawer lamp trolley playpen pram tent bike cab minicab lyft van lorry ferry cruise tram subway underground metro carriage season-ticket xboxes playstations ringtone ringer autocorrect wallpaper homescreen lockscreen touchscreen trackpad touchpad earbud earphone speakerphone voicemail inbox outbox spam hashtag tweet thread timeline story stories reel emoji avatar clan squad lobby matchmaking leaderboard trophy achievement save savegame multiplayer campaign zombie skin loot crate quest server patch hotfix beta pack bundle expansion fps lag ping latency outage speed bandwidth throttle mbps dropout technician visit installation install splitter dish antenna landline handset sim contract allowance roaming tariff airtime top-up topup overdraft savings isa mortgage loan credit debit iban standing-order direct-debit payee wire transfer cheque chequebook atm pin chip contactless statement interest overcharge dispute claim excess insurer premium policyholder refund access accessory account adapter address advert adviser aeroplane agent aircraft airline airport aisle alarm album
	amount announcement answer apartment apology appliance aspect assistant attachment attempt attendant attitude author baby backup
	bacon bag baggage bakery ball bar barcode basket bathroom battery beach beard bedroom bell belt bib bill bin bird birthday biscuit
	blanket blender blind block blouse board bonus boot boss bottle bottom boy bra bracelet branch breakdown broadcast brother browser
	bucket buggy bug bulb bumper bunch burner business button cabin cabinet cable cafe calculator calendar camera campaign can
	cancellation candle carpet carriage carrier cart carton cartridge cashback cashier catalogue category ceiling cent center centre
	certificate chain chair chance change channel chapter character check checkout chest chicken child chip choice chorizo church cinema city
	class cleaner clip clock cloud club clue coach code collar colleague collection college colour comment commercial company comparison
	compartment compensation complaint component concert condition confirmation connector container contest controller cookie copy
	cord corner cost costume cottage couch counter country course courier cover crack crash crate cream crew criminal cup cupboard curtain cushion
	customer cut cycle dashboard date daughter day deadline deal dealer decision default defect delay department depot
	description desk desktop destination detail developer diet difference dimension direction director discussion display distance
	dock doctor document dog dollar domain door doorbell doorstep downgrade download drain drawer dress driver driveway
	dryer duration editor effort egg element emergency employee end engine engineer entrance entry envelope episode
	error escape estimate evening event example exchange excuse executive expansion expense experience expiry explanation extension eye fabric
	face facility factory fail failure fan fare father fault feature fee feed fence field fight figure file filename film filter
	finger finish fire flag flash flat flavour floor folder font forecast form format fortune forum frame friend
	function game gap garage garden garment gate gear gig girl glitch goal gradient grandson grandma group guarantee guest guide
	guidebook guitar half hall hand handle handset handler hat head heart heater hedge height helmet hole home hook hoodie hospital
	host hotel house hub husband icon image impression incident inch ingredient initial inquiry instruction instrument interface
	interview invitation invite island issue jar jersey job joke journey judge jumper keyboard kid kiosk kit kitchen knee knife label
	lad ladder lady lamp landlord language lane laptop layer layover leaflet leak lecture leg legend length lens lesson letter level
	library licence license lid light limit link lip list listing location locker lock log logo loop loss lounge lunch machine magazine
	maintenance man manager manual map mark market mask match meat mechanic member merchant message meter method middle
	minute mirror mistake mode moment monitor month morning mother motor mouth movie mug name nappy napkin
	necklace need neighbour neighborhood night noise nose note notice notification nurse object occasion offer office officer
	operator opinion option oven owner pack packet pad paint painting pair pan panel panorama parent park
	parking part participant partner partnership password patch patient pattern pavement payout pea peak pedal pen pencil
	penalty person pet phone photo photograph piece pillow pilot pin pipe piece pitch place plan plane plant plate playback player playlist plug
	pocket podcast point pole policy pool porch portion position post postcode poster pot pound preference premium
	presentation president preview price print printer priority prize problem procedure process product profile program
	programme project promise promo promotion property protection provider pub pump purchase purpose purse quality
	quantity question queue quote rack radio railcard raincoat range rate ratio reader reason receipt recipe record recording
	redemption referral refill region registration relationship release reminder rep repair replacement report reporter representative
	request requirement reschedule reset resort resolution response restaurant result retailer review reward ride ring ringer river
	road robot rock role roof room root route row rule run saddle safe sandal sauce sausage scale schedule scheme school scooter score scratch
	screenshot season seal seatbelt second section seller sensor session set setting settlement setup shampoo shape share
	sheet shelf shelve shift ship shipment shipping shoe shop shopper shower side sign signal sink sister site size skill skirt slice slide slot
	smartphone smell socket sock solution son song speaker specialist speed spoon sport spot spread stadium staff stage stain stair stamp stand
	standard start state statement station status stay step sticker stomach stop storage story stove strap strategy
	straw street stroke student studio style subject subscriber substitute substitution subtitle suggestion suit summary supervisor supplier support
	survey switch symbol system tab table tablet tail tank tap tariff task taste tax team technician terminal test theater theatre theme thing
	thread tile time timer timeline timetable title toaster toilet tone tool tooth top topic topping torch total towel tower town toy track
	trailer trailer training transcript transport trend trial trip trouble truck truth tube turn tutorial twin type
	umbrella uniform unit university usage use user vacuum valley value van variety vendor venue version video view village visit
	visitor voice volume vote voucher wall wallet warehouse warning washer waste watch watchlist wave wedding week weekend wheel widget wife window wing
	winner wire woman word work worker workout yard year zip zone`)

// masses take no article.
var masses = set(namedMasses + " " + everydayMasses + ` access hold advice assistance audio baggage cash cheese clothing coffee communication content coverage credit customs data
	dairy electricity email equipment etiquette feedback fish food boarding colour fraud fruit fuel furniture garlic glass guacamole hair health heating help
	homework hygiene info information insurance internet jewellery juice leather legroom lettuce luggage mail maintenance
	make-up meat merchandise milk mince money music news packaging paint paper parking pepper petrol
	planning play progress queso rain reception rice salt sauce security seating service shampoo shipping shopping
	software sound space spam staff storage streaming stuff sugar support tea time toast traffic training transport travel trouble
	typing usage verification water weather wifi wood work`)

// adjectives of which a phrase may be told; judgements and insults are not
// among them.
var adjectives = set(namedAdjectives + ` select veg dark outgoing incoming dearer pricier cheaper twin single deep sealed fitting burning grinding clicking buzzing humming screeching only non-smoking disabled elderly legitimate electrical massive flashing saved middle free-range leather wooden fitted fresh ripe recyclable hearing able pending reliable decent proper working tracking boarding shopping welcome charging billing streaming loading washing rear cooking shipping mailing opening closing waiting active actual additional adult advanced annual automated automatic available average basic big black blank blue bright
	broken busy cheap clean clear closed cold complete confirmed connecting correct cracked current daily damaged dark dead decent
	default delayed different digital direct dirty domestic double downloaded dry early earlier easy electric electronic empty entire
	estimated exact expensive expired express external extra fake false fast faulty favorite favourite wobbly squeaky dodgy joint final first flat
	formal free fresh front frozen full fully-paid further future general genuine giant green grey guaranteed half hard healthy heavy
	high higher home hot huge human important incorrect individual initial inside instant intermittent internal
	international kids large last late later latest leaking left legal less limited little live local locked long longer loose
	loud low lower lost main major manual medium missing mobile monthly more most multiple native necessary new newest next nice
	normal old older online only open orange original other outdoor outstanding overnight overpriced own packed paid partial past
	paper patio personal physical pink plain plastic plus possible preordered previous primary prime private promised promotional proper public
	purple quick random raw ready real recent red regular related relevant remote repeated replacement reserved responsible return right
	rotten same scheduled second secure senior separate several short sick silver simple single slow small smart social soft special specific
	spoiled standard stale strong stuck sudden suitable sweet temporary third tiny total two-step unable unauthorised unauthorized unavailable unlimited
	updated upcoming upper urgent usable used usual valid various vegan vegetarian virtual automated inbound outbound multiplayer prepaid preowned refurbished unopened undelivered unread unwanted unanswered frozen overdue defective torn ripped soggy undercooked burnt mouldy moldy empty half-empty half-eaten incomplete unfinished blurry pixelated grainy glitchy laggy slow noisy squeaky leaky dented scratched visible warm weekly weird wet white
	whole wide wired wireless wooden wrong yellow yearly young`)

// brands are products that the whole world knows, as they are written; what
// is written in two words stands with a hyphen.
var brands = map[string]string{
	"ios": "iOS", "android": "Android", "windows": "Windows", "mac": "Mac", "imac": "iMac", "airpods": "AirPods", "icloud": "iCloud", "itunes": "iTunes",
	"siri": "Siri", "facetime": "FaceTime", "imessage": "iMessage", "netflix": "Netflix", "youtube": "YouTube", "spotify": "Spotify", "hulu": "Hulu",
	"lightroom": "Lightroom", "photoshop": "Photoshop", "illustrator": "Illustrator", "indesign": "InDesign", "premiere": "Premiere", "excel": "Excel", "outlook": "Outlook",
	"chromecast": "Chromecast", "roku": "Roku", "firestick": "Fire Stick", "ipod": "iPod", "galaxy": "Galaxy", "pixel": "Pixel", "dvr": "DVR", "hd": "HD", "hdmi": "HDMI",
	"usb": "USB", "vpn": "VPN", "sms": "SMS", "gps": "GPS", "dlc": "DLC", "psn": "PSN", "minecraft": "Minecraft", "fortnite": "Fortnite", "fifa": "FIFA",
	"apps": "apps", "3g": "3G", "2g": "2G", "4g": "4G", "5g": "5G", "lte": "LTE", "id": "ID", "pdf": "PDF", "cd": "CD", "dvd": "DVD", "bluray": "Blu-ray", "vip": "VIP", "url": "URL",
	"hdr": "HDR", "dsl": "DSL", "ac": "air conditioning", "air-con": "air conditioning", "faq": "FAQ", "gp": "GP", "qr": "QR", "ssd": "SSD", "gpu": "GPU", "pc": "PC", "macos": "macOS",
	"prime": "Prime", "switch": "Switch", "echo": "Echo", "gmail": "Gmail", "office": "office", "uno": "UNO", "oled": "OLED", "nfc": "NFC", "hbo": "HBO", "nhl": "NHL",
	"nfl": "NFL", "nba": "NBA", "espn": "ESPN", "bbc": "BBC", "monday": "Monday", "tuesday": "Tuesday", "wednesday": "Wednesday", "thursday": "Thursday",
	"friday": "Friday", "saturday": "Saturday", "sunday": "Sunday", "halloween": "Halloween", "christmas": "Christmas", "easter": "Easter", "uk": "UK", "us": "us",
}

// relations are people of the author's; they are told, never named.
var relations = set(`gran nan nana granny grandparents uncle aunt fiance fiancee wife husband mum mom mother dad father son daughter kid kids child children baby brother sister friend friends family parents
	partner girlfriend boyfriend grandma grandad grandmother grandfather nephew niece cousin colleague flatmate roommate dog cat`)

// swears stand between the words of a phrase and are passed over.
var swears = set(`fuccin fkn effin fucking fuckin freaking freakin frigging friggin damn goddamn damned bloody effing shitty stupid ridiculous so-called dumb crappy
	silly horrible awful terrible pathetic useless rubbish darn flipping literally actual precious lovely beautiful wonderful poor`)

// shortForms are how people write in haste; the value is read instead.
var shortForms = map[string]string{
	"mpg": "mileage", "avg": "average",
	"dont": "don't", "cant": "can't", "wont": "won't", "didnt": "didn't", "doesnt": "doesn't", "isnt": "isn't", "wasnt": "wasn't", "havent": "haven't",
	"hasnt": "hasn't", "couldnt": "couldn't", "wouldnt": "wouldn't", "arent": "aren't", "werent": "weren't", "im": "i'm", "ive": "i've", "u": "you", "ur": "your", "yous": "you",
	"yall": "y'all", "ya'll": "y'all", "pls": "please", "plz": "please", "recieve": "receive", "recieved": "received", "recieving": "receiving",
	"acc": "account", "acct": "account", "msg": "message", "msgs": "messages", "pkg": "package", "cust": "customer", "svc": "service", "tix": "tickets",
	"ppl": "people", "thru": "through", "wi-fi": "wifi", "tho": "though", "cos": "because", "cuz": "because", "bc": "because", "coz": "because",
	"rep": "agent", "reps": "agents", "csr": "agent", "costumer": "customer", "cancelled": "cancelled", "canceled": "cancelled", "cancelation": "cancellation",
	"color": "colour", "favorite": "favourite", "neighbor": "neighbour", "neighbors": "neighbours", "neighborhood": "neighbourhood",
	"wanna": "want", "mins": "minutes", "hrs": "hours", "hr": "hour", "wks": "weeks", "yrs": "years", "photos": "photos", "pics": "pictures", "pic": "picture",
	"tv's": "tv", "luggages": "luggage", "infos": "information", "info": "information", "ain't": "isn't", "aint": "isn't", "cannot": "can't", "bday": "birthday", "deliverys": "deliveries",
	"loosing": "losing", "respon": "response", "responce": "response", "reponse": "response", "tryin": "trying", "gettin": "getting", "workin": "working", "waitin": "waiting", "goin": "going", "dm": "message", "xboxes": "xbox", "playstations": "playstation", "alot": "a-lot", "apt": "apartment", "&amp": "and", "shouldnt": "shouldn't", "thats": "that's", "theres": "there's", "youve": "you've", "theyve": "they've", "theyre": "they're", "youre": "you're", "weve": "we've", "wouldve": "would", "til": "until", "nite": "night", "subbed": "substituted", "doont": "don't", "tmrw": "tomorrow", "fone": "phone", "shld": "should", "delievered": "delivered", "recieves": "receives", "abt": "about", "txt": "text", "pymt": "payment", "xmas": "christmas",
}
