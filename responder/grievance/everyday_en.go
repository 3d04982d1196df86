package grievance

// More words of everyday things, by class in no order: what is bought, eaten,
// worn, ridden, switched on and paid for, its parts, and where it is had.

const everydayNouns = `maker cooler grinder steamer opener check-up activity alert bat berry builder buyer cage calibration concealer council crowd dividend dummy gardener haircut horse hostel injection kitten lamb lease manicure mower pairing pedicure pensioner portfolio puppy rabbit racket rope sling tenant toddler teenager withdrawal
	plum sun language tip token clasp paddle edition ear doll stranger till lane counter knife fork spoon nozzle tile valet controller coupon drawing ad sense aid fitting hub slug snail locker prong spout hinge sleeve seam hem thread nozzle queue drive doorstep bank accident action activation admin ambulance amp answerphone antivirus appetite applicant aquarium arcade arena armchair arrival art article auction autopay autoplay
	avocado award axle backlight backpack badge baguette balcony ballot banana band bandage banking banner bargain barrier base basement basin bassinet batch bathtub beam
	beanie bench binge blade blazer bleach blog blower bluescreen boat booklet bookmark bookshelf booster booth border bouquet brace bracket brake breaker breeze
	brewery brick bride bridge briefcase brioche broom brunch brush bubble bullet bureau burglar cabbage caddy cafeteria caller canteen canvas cap capacity captain caravan
	carbonara cardholder career caregiver cargo carrot carryon casing casino casserole cast cauliflower cave celebration cereal ceremony chai chairlift charity checker
	cheesecake chemist cherry chimney choir chowder circle circuit client clinic closet cluster clutch coaster cockpit cockroach cocktail coconut coin column comb combination
	combo comedy command commute commuter condiment conditioner conference constructor consultation contribution converter convertible copay corridor crab cracker cradle
	craft crane crayon credential crisp crossing crossword crouton crumb cube cucumber cue cupcake currency cursor curve deck decorator deduction deli demo dentist designer
	dessert diagram dial dialog diaper diner dinghy dining dip disconnection disk dispatch dispenser disruption distributor district diver diversion dollop donation dongle
	donor dosage dose dough draft draught dressing drone drop-down dropdown drum duct dumpling duty edge edition embroidery emote emulator endorsement engraving environment
	essay estate exam exhaust exhibit exhibition exit eyeliner eyeshadow falafel farm farmer fashion faucet favour fax feather festival fever filing fingerprint firewall firm
	fishing fixture flavor fleece fleet float flower fluid flyer foil follower foot football footballer fork formula foundation fountain fraction fragrance frappe freebie
	fringe frosting fryer frypan fund fundraiser furnace fuse fuselage gadget gallery gamepad gamer gamertag garnish gasket gateau gateway gem generator giftcard giveaway
	glove goalkeeper grade grain grape graph graphic gravel grill groom ground groupon guard gum gutter gym gymnasium hamburger hammer handbag handbook handlebar hanger
	harness harvest hashbrown hatchback headlight headline headrest heatwave helicopter helper herb hiccup highway hinge history hob hobby holder hood hoover horn hose
	houseplant hover hummus hygienist ibuprofen icing implant improvement income index indicator influencer infusion inspection installment instalment insulin integration
	intercom intern interruption intersection intro investment ironing itinerary jigsaw jogger journalist jug juicer junction jungle kebab kettlebell key keychain keypad knit
	knob knot laboratory lager lasagna lasagne laser latch latte laundrette lawn layaway layout leader leaf league ledger leftover lemon lemonade lender leopard letterbox
	lifeguard lightbulb lighter lime limitation linen liner lineup lining liquid literature litre loaf loft logistics lollipop lookup lottery loudspeaker loyalty lugging
	luxury lyric macaroni magnet mailbox mainboard mall mandarin mango mannequin manufacturer marathon margin marina marker marketing marketplace marshmallow massage master
	mat material measurement mechanism medal media medic medicine melon memo micro microchip mile mileage milkshake mill mini minimum mint misprint mission mixer mixture
	mocha model modification module moisturizer molar mop moped motherboard motorbike motorcycle motorway mould mount mousepad movement mover muffin multipack museum mushroom
	musician navigation navy neckline needle negotiator nest netbook newsfeed newsletter newspaper nightclub nightie nipple nozzle nursery nut oat oatmeal odometer odour
	ointment olive operation optician organ organisation organiser organization ornament outfit outlet outline output overcoat overhead oyster pacifier packer palette pantry
	panty paperback parade paragraph parasite passcode passenger paste pastry path pathway paycheck payday payroll paywall peach peanut pear penny pension peppermint
	pepperoni percentage performance performer perk perm permit petition pharmacy photocopier photocopy photographer piano picnic picture pile pill pinboard pineapple pint
	pizzeria placement plaster platter playground playoff plot plywood pocketbook poker poll pop-up popup port portrait post-it potato pottery powerbank prawn presale
	presenter pressure pretzel principal processor producer production projector proof prop proposal protector prototype province provision publisher pudding puff pulley
	pumpkin puncture purifier puzzle quiche quilt quiz racquet radiator radish raffle rail railway raisin ram ramp rapper raspberry rating razor reactivation reactor rebate
	receiver recharge recliner recorder recovery recruiter rectangle referee refereeing refreshment refrigerator regulation regulator reinstatement rejection remake remedy
	remix remodel removal render renewal renovation replay replica resale rescue research residence resident resource retail retention retest retina retreat reveal revenue
	rewind ribbon rider rink roadside roast robe rocket roll roller rooftop roster rotation roundabout routine rucksack ruler runner runtime runway sachet sack sailor salon
	sample sanitiser sanitizer sash satellite satnav saucepan saucer saver scanner scarf scene scent scholarship schoolbag science scoop scope scoreboard scorecard
	scratchcard screening screwdriver script scroll scrollbar sculpture sedan selection selfie semester seminar sender sentence sequel sequence sequin serial serum server-
	room setback sewage sewing shade shadow shaker shaver shed shell shelter shield shipper shopfront shortage shortcut shoulder showcase showroom shutter shuttle sidebar
	sidewalk sightseeing signature simulator singer singlet siren sitemap skateboard skater skates sketch skylight sleeper sleepover sleeve slider slipper slowdown slug
	smartwatch smoothie snack snag snowboard soccer soda softball softener soil soldier songbook sorbet soundbar soundtrack souvenir spa spacebar spanner spark spec species
	specification spectator speech speedometer spice spirit splash sponge sponsor spray spreadsheet sprinkler sprout squash squirrel stack staircase stake stapler
	starter startup statue stem stereo stew stitch stitching stockroom stone stool storefront straightener strawberry streamer streetlight string strip stripe striper strudel
	stump stylus substance suburb subwoofer suite summer summit sunroof sunscreen supermarket superstore supper supply surcharge surface surname suspension sweatshirt
	sweetcorn swimming swimwear swing switchboard syllabus syringe tablecloth tablespoon tabletop tailor takeaway takeout tan tangerine tapestry target tarmac tart tattoo
	teabag teacher teapot technique teddy telephone telly temperature template tenancy tender tennis territory textbook texture thanksgiving thermometer thermos thermostat
	threshold thumbnail thunderstorm tier timber timeout timesheet timezone tin tint tissue titanium toll tombola toolbar toolbox toothbrush toothpaste tote tour tournament
	trace tracker tracksuit traction tractor trade trail trampoline transition translation transmission transmitter transporter trap trashcan traveler traveller tray
	treadmill treatment tree trench tricycle trim trimmer trio trout tub tuition tumbler tune tunnel turban turf turnaround turnover turnstile tuxedo tv-guide typo uploader
	username utensil utility vaccine vacuuming validation validity valve vanilla vault vegetable vehicle vending vent vest vibration videogame viewer vineyard violin virus
	vision vitamin volleyball volunteer wafer waffle wage waiter waitlist walker walkway wand wasabi waterfall watermelon wearer webcam webinar weblink webpage weight welding
	wheat whisk whiskey whisky whiteboard wholesaler wig windscreen windshield wine winter wiper wishlist wok workbook workflow workplace workshop workspace workstation
	wrapper wreck wrench wrinkle wristband writer yacht zucchini
	achievement reboot aerial airbag aircon aisle alarm ale alias allocation allotment allowance alternator americano amplifier anchovy anime anorak antenna apron armrest
	attachment authenticator backrest bagel bakery balloon bandwidth barbecue barcode basket bauble beetle belt berth beta bhaji bib bicycle bikini bin binder
	blender blind bolt bone bonnet bookcase bottle boxset bra bracelet brogue brooch brownie bucket buffet bulb bumper bun bundle bunk cafe calendar camcorder can
	candle cappuccino capsule caption cardigan cardreader carousel carpet carseat cartoon cashpoint castor caterpillar certificate chain chalet champagne
	chandelier character chargepoint checkpoint cheque chequebook chopstick cider clan cloakroom clubcard coach cola colander coleslaw collar commentary commission
	commit compost concourse container cookie core crate crepe croissant crown cruise crust cuff cufflink curry cutlery cylinder dashboard database deadbolt
	decoder dehumidifier deployment diary dish dlc documentary domain donut doorbell doormat doughnut dowel downtime drain drainpipe drawstring drumstick dungeon
	duvet earbud earpiece earring eggshell enchilada endpoint envelope episode excess excursion expansion extender extension extractor eyelash fajita fan ferry
	feta fillet filling film finale fingernail fishmonger flapjack flash flask fob folder footstool frame fusebox futon gearbox gherkin giftbox gilet gimbal gnat
	greenhouse grinder gristle grout guild hairdryer hamper headboard headphone heater heatsink hedge hedgetrimmer heel helmet highchair highlight holdall hoodie
	hosepipe hostname hotdog housekeeping hubcap humidifier immobiliser inbox inhaler innings insole instance inventory invitation invite isa jacuzzi jetbridge job
	joystick juice jumper keg kerb kettle keycard keyring ladle laminate lampshade lantern lanyard lap latency lawnmower layover leaderboard leg legging legroom
	lens licence license loadout loafer lobby lodge logbook loot lounge lunchbox macchiato macro maggot markdown matchmaking meeting mesh meter microwave midwife
	minibar minibus mitten moth motorhome mozzarella mug multibuy naan nacho nail nameserver napkin nappy necklace nightdress nightstand node noodle nugget offcut
	omelette onesie ottoman overdraft packet padlock pancake panini pannier parka parmesan patch patio patty pavement payee pebble pedal pen pendant percolator
	pest photobook physio pickle pigeon pillowcase pin ping pip pipeline planner plant planter plughole plugin pocket podiatrist pool poppadom poster pot pothole
	pram premiere present programme prosecco pump purse pyjama quarter quesadilla quest raid railcard raincoat ramen recap receipt recording recycling relish
	repository rib rind roaming romper row rug saddle samosa sandal satchel sauna scone scooter screw seatbelt seed shard shelf shot showerhead sideboard sitcom
	skin skirting slat slice slot slushie snapshot sneaker socket sole spatula speaker speed spider splitter spring sprint sprue stamp staple sticker stiletto
	stocking stopover strap strimmer sub subdomain subtitle suit sunbed sunglass sunlounger surgery sushi sweater swimsuit taco tailgate tank tap teaser teaspoon
	tempura tent tether thigh throughput thumbstick tie timeslot timetable tinsel toastie toenail toggle tongue torch touchpad touchscreen towel trackpad trailer
	tram transcript tripod trolley trophy trouser turntable tyre umbrella underlay uptime vase verge vet waistband waistcoat wallet ward wardrobe wasp webhook
	wedge weevil wellington wheel widget window wing wrapping wreath wristwatch yolk
	korma vindaloo dosa shawarma miso aubergine courgette halloumi brisket slaw gnocchi risotto pierogi satay laksa paella calzone tiramisu gelato sundae cobbler churro eclair
	macaron pasty crumpet granola muesli matcha kombucha mocktail cot dresser pouf airfryer cam dashcam infotainment dungarees jumpsuit buckle zipper mast esim infant ukulele
	sewer rose tulip leash flea dumbbell watermark eraser kayak biryani sea ocean alley puddle otp captcha`

// everydayStaff are people who serve; they are never blamed, see persons.
const everydayStaff = `baker barista butcher caterer chef conductor consultant dispatcher electrician expert fitter installer instructor inspector janitor locksmith
	receptionist porter pharmacist plumber repairman shopkeeper stylist steward translator trainer tutor usher bouncer salesman saleswoman salesperson
	postman mailman deliveryman contractor advisor adviser associate cleaner hostess bartender carrier concierge trainee operative`

// everydayMasses take no article.
const everydayMasses = `gluten brightness contrast corn crypto diesel dye ink litter toner wax suction lubricant pressure traction charge bedding butter chocolate congestion entertainment footage firmware flour gravy grease humidity icecream jewelry ketchup lace laundry lighting liquor makeup
	mayo mayonnaise merch memory mustard nutrition onboarding paperwork porridge poultry powder rubber rust salmon seafood signage silk skincare soap soy
	spaghetti spinach steam stuffing syrup technology ticketing tofu traffic tuna turbulence underwear velvet ventilation vinegar vinyl vodka visibility
	voltage wiring wool wording yarn clearance detergent deodorant dust espresso fabric fiber fibre freight plumbing scaffolding popcorn produce hosting
	heartburn mould damp condensation limescale housekeeping recycling compost legroom matchmaking latency bandwidth uptime downtime cutlery stitching grout plaster roaming gristle glue ice insulation karaoke tape telecom mousse maths metal porridge moisturiser upholstery`

// pluralOnly have no singular that is meant.
var pluralOnly = set(`readings pyjamas leggings joggers trainers sneakers binoculars pliers groceries leftovers belongings valuables essentials toiletries people children kids men women clothes trousers police thanks parents friends apps electronics goods premises scissors shorts sunglasses tights sweatpants roadworks knickers subs overalls straighteners utilities contents graphics ups sequins condiments`)
