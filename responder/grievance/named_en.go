package grievance

// More words of a phrase that may be told again: things, what they are made of and
// what they are like, as customers' posts name them. None is a person, and none judges us or a person: "mushy",
// "greasy" or "unreadable" say what food, hands or print are like, "garbage" and "trash"
// what is collected.
const (
	namedNouns = `adaptor add-on airplane allergy almond appeal arc arrow ashtray asterisk autumn balm barn bass bedside bedtime billboard biro blackout blend blizzard
	blotch boutique bow breadstick brochure budget bungalow buzzer bypass camel carer carpark carriageway carry-on castle cat cello centimetre chapel
	chart chilli christening circus cleanser closure cloth co-op coast cobble condo countdown county crease dealership deckchair decoration
	departure dial-up digestive disco dissertation dollhouse donkey dumpster durian e-bike e-reader e-ticket eircode engagement enquiry expo feeder final
	firework flashlight flute frisbee geyser glovebox gram guardhouse guess haggis halftime hallway hazard hazelnut headache headscarf helpdesk hijab hike
	hitch homepage honeymoon hoop household housing idli induction inverter investigation jet keycap keynote kurta lab lake launcher launderette
	laundromat lay-by lever lighthouse lunchtime mailroom mainland maple midterm minivan mix motel novel pacer pallet panto paper paperclip
	paperweight parrot payslip penguin pier pincode pit pixel polish polo pouch prom proxy quota ranch redesign refit rehearsal rota rotisserie
	safari sailing sander sardine saree saxophone seagull seater secret sectional sector shovel skate ski smiley snowblower snowsuit society source
	space standby storey study substation t-shirt takeoff tanker tarp taxiway tech tee telescope terrace thali toffee tracer trade-in transformer
	turnip underside vape villa wagon walk-in washroom welly wheelbarrow worktop`
	namedMasses = `advertising batter camping caramel carbon cardboard charcoal chipboard chutney cinnamon clockwork colouring convenience coolant copper cotton custard
	dal daylight dirt drizzle ethernet fennel finance foam fur gaming garbage gardening gin ginger glitter gloss haddock hardware hockey honey jelly
	kibble knitting lactose lino lumber masala moss mud mutton oak overtime oxygen paneer paracetamol polyester polystyrene postage prep ravioli retinol
	sage scheduling sherry sizing sourdough soya steering transit trash treacle `
	namedAdjectives = `accessible amber backlit bald beige bigger biggest blonde bottled boxed brown canned cheapest chewy colder compact compatible complimentary
	constant cordless cosmetic crispy crunchy custom cyan decaf deluxe dual dusty earliest eldest fifth fizzy flatpack floppy foldable
	fourth furry golden gray greasy halal handheld handmade harder hybrid iced icy identical insured junior left-handed licensed limp longest lukewarm
	matte medical multi-storey mushy national nearest newer next-day ninth oversize postal postpaid quarterly refundable regional retro rough rural rusty
	seasonal silent sixth slim smaller smallest smoky solar spare sparkling spicy spotless stable sticky superfast teal thick thin thinner underwater
	unexpected unpaid unreadable unsupported unused usb-c vintage waterproof wholesale`
	namedAdverbs = `accidentally backwards completely constantly currently halfway indoors nonstop offline outright permanently privately sideways straight temporarily
	totally upfront upright urgently`
)
