package responder

import (
	"slices"
	"strings"

	"goodgraces/responder/grievance"
)

// wanted is one thing that the private message asks for, by what the trouble is
// with; a key of templates.Items. Where the post says it, instead is asked for,
// nothing where that is "".
type wanted struct {
	item    string
	said    func(post string, words []string) bool
	instead string
	words   map[string]bool
}

// items are looked through for the first row that fits: the words of the issue,
// then the thing, then the post.
var items = map[string][]wanted{
	"en": {
		{"time", never, "", wordSet("outlet outlets")},
		{"luggage", never, "", wordSet("luggage baggage suitcase suitcases carousel")},
		{"flight", namesFlight, "booking", wordSet("flight flights flying fly flew plane boarding runway tarmac layover aircraft")},
		{"train", saysNumber, "", wordSet("train trains carriage carriages conductor")},
		{"bus", saysNumber, "", wordSet("bus buses tram trams")},
		{"ride", never, "", wordSet("ride rides cab taxi pickup trip")},
		{"parcel", namesTracking, "order", wordSet("parcel parcels package packages shipment courier tracking envelope")},
		{"hotel", never, "", wordSet("hotel hotels reception room rooms suite")},
		{"code", never, "", wordSet("code codes promo coupon coupons voucher vouchers")},
		{"printer", hasModel, "", wordSet("printer printers printing officejet laserjet deskjet envy ink cartridge cartridges")},
		{"power", never, "", wordSet("power electricity lights blackout transformer gas")},
		{"internet", never, "", wordSet("internet wifi wi-fi broadband router modem fibre fiber landline dvr cable outage outages")},
		{"mobile", never, "", wordSet("calls signal coverage roaming sim 4g 3g lte network tethering bundle bundles")},
		{"game", saysMessage, "platform", wordSet("game games multiplayer lobby dlc xbox ps4 ps5 playstation psn console controller lobbies matchmaking")},
		{"stream", never, "", wordSet("stream streams streaming episode episodes playback subtitles buffering buffers movie movies")},
		{"time", never, "", wordSet("park parking toilet toilets bathroom bathrooms restroom")},
		{"car", never, "", wordSet("car cars truck suv jeep vehicle dealer dealership dealerships brakes steering transmission airbag mileage mpg gearbox clutch odometer")},
		{"printer", never, "", wordSet("scanner")},
		{"computer", hasModel, "serial", wordSet("laptop laptops pc computer macbook thinkpad ideapad yoga bios")},
		{"headphones", hasModel, "serial", wordSet("headphones headphone earphones earbuds beats powerbeats earpods airpods speaker speakers")},
		{"phone", hasModel, "serial", wordSet("phone iphone handset smartphone galaxy pixel moto oneplus")},
		{"device", hasModel, "serial", wordSet("tv watch tablet camera washer dryer fridge refrigerator freezer oven dishwasher machine mower drill vacuum ipad kindle remote charger xbox ps4 ps5 playstation console headset oled telly")},
		{"repair", never, "", wordSet("technician engineer engineers installer appointment appointments")},
		{"job", never, "", wordSet("repair repairs repaired depot")},
		{"claim", never, "", wordSet("claim claims")},
		{"refund", saysTax, "", wordSet("refund refunds refunded return returns returned")},
		{"order", never, "", wordSet("order orders ordered delivery deliveries delivered deliver item items preorder pre-order shipped dispatched purchase purchased")},
		{"food", never, "", wordSet(`burger burgers cheeseburger cheeseburgers pizza pizzas fries fry sandwich sandwiches nuggets chicken tenders meal meals coffee latte sauce salad drive-thru drive-through
			drink drinks breakfast lunch food restaurant wings taco tacos burrito mcrib wrap gravy cheese milkshake shake fryer`)},
		{"place", saysOnline, "site", wordSet("store stores shop branch cashier till aisle shelf shelves checkout register outlet manager")},
		{"product", never, "", wordSet(`dress jeans shoes shoe boots boot jacket shirt bag bags trousers sofa bed lamp mattress coat sweater jumper skirt ring sandals sneakers trainers wallet belt hat gloves
			jar bottle tin packet mustard butter milk bread beer chocolate cream lipstick mascara palette foundation perfume shampoo toy`)},
		{"ticket", never, "", wordSet("booking booked reservation ticket tickets journey holiday")},
		{"site", never, "", wordSet("website site webpage page browser")},
		{"app", never, "", wordSet("app apps notifications widget playlist")},
		{"account", never, "", wordSet("account accounts membership subscription subscriber profile")},
	},
	"es": {
		{"luggage", never, "", wordSet("maleta maletas equipaje")},
		{"flight", namesFlight, "booking", wordSet("vuelo vuelos avión aeropuerto embarque")},
		{"train", saysNumber, "", wordSet("tren trenes vagón")},
		{"parcel", never, "", wordSet("paquete paquetes envío repartidor")},
		{"hotel", never, "", wordSet("hotel habitación")},
		{"code", never, "", wordSet("código cupón")},
		{"printer", hasModel, "", wordSet("impresora")},
		{"power", never, "", wordSet("luz electricidad apagón")},
		{"internet", never, "", wordSet("internet wifi fibra router módem")},
		{"mobile", never, "", wordSet("cobertura señal roaming")},
		{"game", saysMessage, "platform", wordSet("juego juegos consola mando servidor servidores")},
		{"car", never, "", wordSet("coche carro vehículo")},
		{"computer", hasModel, "serial", wordSet("portátil ordenador computadora")},
		{"phone", hasModel, "serial", wordSet("móvil teléfono celular")},
		{"device", hasModel, "serial", wordSet("televisor tele tableta cámara lavadora nevera frigorífico horno auriculares")},
		{"repair", never, "", wordSet("técnico técnicos instalación")},
		{"refund", never, "", wordSet("reembolso devolución")},
		{"order", never, "", wordSet("pedido pedidos entrega compra artículo artículos")},
		{"food", never, "", wordSet("hamburguesa pizza comida café restaurante patatas pollo")},
		{"place", never, "", wordSet("tienda cajera cajero")},
		{"ticket", never, "", wordSet("reserva billete billetes entrada entradas")},
		{"site", never, "", wordSet("web página navegador")},
		{"app", never, "", wordSet("app aplicación")},
		{"account", never, "", wordSet("cuenta suscripción")},
	},
	"de": {
		{"luggage", never, "", wordSet("koffer gepäck")},
		{"flight", namesFlight, "booking", wordSet("flug flüge flieger flughafen flugzeug")},
		{"train", saysNumber, "", wordSet("zug züge bahn ice")},
		{"bus", saysNumber, "", wordSet("bus busse straßenbahn tram")},
		{"parcel", never, "", wordSet("paket pakete päckchen sendung bote")},
		{"hotel", never, "", wordSet("hotel zimmer")},
		{"code", never, "", wordSet("code gutschein gutscheincode")},
		{"printer", hasModel, "", wordSet("drucker")},
		{"power", never, "", wordSet("strom stromausfall")},
		{"internet", never, "", wordSet("internet wlan router leitung anschluss glasfaser festnetz")},
		{"mobile", never, "", wordSet("empfang netz mobilfunk")},
		{"game", saysMessage, "platform", wordSet("spiel spiele konsole controller server")},
		{"car", never, "", wordSet("auto wagen fahrzeug werkstatt")},
		{"computer", hasModel, "serial", wordSet("laptop rechner notebook")},
		{"phone", hasModel, "serial", wordSet("handy telefon smartphone")},
		{"device", hasModel, "serial", wordSet("fernseher tablet kamera waschmaschine kühlschrank ofen kopfhörer")},
		{"repair", never, "", wordSet("techniker termin")},
		{"refund", never, "", wordSet("erstattung rückerstattung retoure rücksendung")},
		{"order", never, "", wordSet("bestellung bestellungen lieferung artikel ware")},
		{"food", never, "", wordSet("burger pizza essen kaffee restaurant pommes")},
		{"place", never, "", wordSet("filiale laden kasse kassiererin geschäft")},
		{"ticket", never, "", wordSet("buchung reise ticket tickets fahrkarte")},
		{"site", never, "", wordSet("website webseite browser")},
		{"app", never, "", wordSet("app")},
		{"account", never, "", wordSet("konto abo")},
	},
}

// itemOf is what some kinds of trouble want, whatever it is with.
var itemOf = map[grievance.Kind]string{
	grievance.KindCharged: "charge", grievance.KindLockedOut: "account", grievance.KindRude: "conduct", grievance.KindPrice: "",
}

// elseOf is what some kinds want where the post shows no thing.
var elseOf = map[grievance.Kind]string{
	grievance.KindUnanswered: "case", grievance.KindSpoiled: "place", grievance.KindNoStock: "stock",
}

// itemOfClass is what a trouble wants that was guessed by its class; of classes
// that are not here the words of the post decide.
var itemOfClass = classItems(map[string]string{
	"sent":      "order_late order_slot order_damaged",
	"order":     "order_unsent order_wrong order_incomplete order_cancelled order_change order_return packaging g_contents",
	"parcel":    "order_shown order_lost order_tracking order_no_knock order_left order_elsewhere driver_parcel",
	"repaid":    "refund_late refund_no g_refund",
	"claim":     "claim_waiting",
	"online":    "site_down",
	"site":      "site_error checkout contact_form g_site",
	"app":       "app_crash app_broken app_slow g_app",
	"game":      "game_bug game_server game_reward g_game",
	"stream":    "stream g_stream",
	"account":   "points contract banned hacked renewed cant_cancel",
	"cancelled": "charged_after",
	"bill":      "data_used meter bill_high",
	"number":    "switching",
	"gift":      "gift_card",
	"code":      "code_fails",
	"internet":  "net_down net_slow net_drops tv g_net",
	"mobile":    "no_signal calls",
	"power":     "power_cut",
	"home":      "heating water bin",
	"repair":    "no_show install_late",
	"workshop":  "repair_slow repair_failed warranty",
	"gear":      "battery screen sound noise_heat wont_connect wont_start g_device",
	"goods":     "broke new_faulty fell_apart poor_quality not_as_shown fit g_goods",
	"car":       "car_fault",
	"flight":    "flight_delayed flight_cancelled tarmac inflight",
	"journey":   "connection_missed stranded crowded train_heat cabin g_train",
	"luggage":   "bag_lost bag_wait bag_damaged g_bag",
	"booking":   "bag_rules seat bumped rebooking booking checkin hire_car g_flight g_booking",
	"ticket":    "ticket",
	"train":     "train_late train_cancelled",
	"bus":       "bus_no_show drove_past",
	"ride":      "ride_late ride_cancelled ride_driver g_ride",
	"hotel":     "room room_wrong g_stay",
	"meal":      "food_cold food_bad food_object food_wrong food_missing food_late portion menu g_food",
	"product":   "food_spoiled",
	"place":     "mispriced queue understaffed ignored_in_store shop_closed shop_state shelves facilities g_visit",
	"time":      "parking",
	"case":      "closed_unsolved",
	"sender":    "spam",
	"":          "order_no_area delivery_cost too_dear price_up policy ethics advert misleading ads jobs region feature_missing update_disliked update_waiting payment_fails timetable changed works",
})

func classItems(by map[string]string) map[string]string {
	of := map[string]string{}
	for item, classes := range by {
		for class := range strings.FieldsSeq(classes) {
			of[class] = item
		}
	}
	return of
}

// onItsWay are kinds of trouble with what has not come, or not rightly; wares are
// the items by which a thing is known that somebody has.
var (
	onItsWay = map[grievance.Kind]bool{grievance.KindLate: true, grievance.KindLost: true, grievance.KindWrong: true, grievance.KindCancelled: true}
	wares    = wordSet("device computer phone headphones printer serial game car")
)

// brought are words of food that came to the door: nobody was at the restaurant.
var brought = wordSet("arrives arrived arrive turned cancel cancelled app website online deliver delivered delivery driver courier rider door doorstep doordash ubereats takeaway pedido repartidor lieferung geliefert fahrer")

// served are words of food that is ordered where it is eaten.
var served = wordSet("burger burgers fries drive-thru restaurant nuggets meal waiter menu starter starters")

// shows are the items that any word of the post shows, whatever the trouble: of
// others the trouble must speak itself.
var shows = wordSet("luggage flight train bus ride parcel hotel repair job claim refund order food place time ticket car printer game platform stream site app booking")

// dealt are the items of what one waits for an answer about: the phone that
// nobody picks up is none.
var dealt = wordSet("luggage flight parcel refund order claim ticket hotel ride")

// supply are the items of what can be down, goodsItem of what can be sold out.
var (
	supply    = wordSet("power internet mobile site app game platform stream account")
	goodsItem = wordSet("place product food order parcel")
)

// broad are the items that a word of the post shows by itself, where nothing of
// the trouble was understood.
var broad = wordSet("luggage flight train bus ride parcel hotel printer food place time booking")

// item is the one thing that the private message asks for, as the template
// names it; "" where the post has it, or nothing is needed that we know of.
func (c *composer) item() string {
	return c.ofItem.get(func() string {
		if len(c.t.Parts.Route.Items) == 0 || c.given() != notGiven || c.onlyWonders() {
			return ""
		}
		return c.t.Parts.Route.Items[c.itemNeeded()]
	})
}

func (c *composer) itemNeeded() string {
	if item, known := c.itemNamed(); known {
		return c.unsaid(item)
	}
	if item, set := itemOf[c.g.Kind]; set {
		return c.heard.left(c.whereabouts(item))
	}
	if c.ofMachine() {
		return c.heard.left("conduct")
	}
	post := c.q.Mention.Text
	for _, of := range []string{c.g.Issue, c.slots["thing"], post} {
		words := indoors(plainly(strings.ReplaceAll(of, "'s", ""))) // "your car's engine"
		for _, row := range itemsIn(c.t.Language, words) {
			if of == post && c.besides(row.item) {
				continue
			}
			item := c.unsaid(row.item)
			if item != row.instead && !helps(row.item, c.g.Kind) {
				continue // half of what does not help
			}
			if c.asksFor(item, of) && (of != post || shows[item] || c.g.Kind == grievance.KindFaulty && strings.HasPrefix(c.g.Issue, "it ")) {
				return item
			}
		}
	}
	if c.g.Kind == grievance.KindNoStock && !strings.Contains(c.g.Issue, "stock") && !strings.Contains(c.g.Issue, "sold out") {
		return ""
	}
	return c.elsewise()
}

// itemsIn is the rows of items of which a word is among words, in their order.
func itemsIn(language string, words []string) []*wanted {
	var found []*wanted
	for _, row := range itemRows[language].of(words) {
		found = append(found, &items[language][row])
	}
	return found
}

var itemRows = rowsByLanguage(items, func(row wanted) map[string]bool { return row.words })

// elsewise is what the kind of trouble wants by itself. Nobody has the number of a
// case of which the post shows none, and a longer post names what it looks for.
func (c *composer) elsewise() string {
	item := elseOf[c.g.Kind]
	words := c.heard.words()
	if item == "place" && c.t.Language == "en" && !anyOf(words, visited) || item == "case" && !anyOf(words, filed) || item == "stock" && c.heard.story() > fewWords {
		return ""
	}
	return c.heard.left(item)
}

// visited are words of who was somewhere, or ate what we made.
var visited = wordSet(`store stores shop branch cashier till aisle shelf checkout outlet manager restaurant location bar cafe café drive-thru drive-through counter menu
	burger pizza fries sandwich nuggets chicken tenders meal coffee latte salad drink drinks breakfast lunch dinner food ate eat eating tasted taste chewy soggy`)

// filed are words of one who has a case with us, or an order.
var filed = wordSet(`case cases ticket tickets reference ref claim claims complaint complaints complained complain request requests incident report reported logged query refund order orders ordered
	caso incidencia reclamación solicitud ticket vorgang ticket beschwerde anfrage fall`)

// unsaid is an item, or what is asked for instead where the post says it.
func (c *composer) unsaid(item string) string {
	post := c.q.Mention.Text
	for _, row := range items[c.t.Language] {
		if row.item == item && row.said(post, c.heard.words()) {
			item = row.instead
			break
		}
	}
	switch words := plainly(post); {
	case (item == "food" || item == "product") && anyOf(words, brought):
		item = "order"
	case item == "order" && !anyOf(words, brought) && anyOf(words, served):
		item = "food"
	case (item == "ticket" || item == "booking") && c.ofMachine():
		item = "conduct"
	case item == "ticket" && ofCase(words):
		item = "case"
	}
	return c.heard.left(c.whereabouts(item))
}

// asksFor reports an item that fits what was understood.
func (c *composer) asksFor(item, of string) bool {
	if !helps(item, c.g.Kind) || c.ofPublic(item) || c.misfits(item, of == c.q.Mention.Text) {
		return false
	}
	switch {
	case c.g.Kind == grievance.KindUnanswered:
		return dealt[item]
	case c.g.Issue+c.g.Detail+c.slots["thing"] == "":
		return broad[item]
	case c.g.Kind == grievance.KindDown:
		return supply[item]
	case c.g.Kind == grievance.KindNoStock:
		return goodsItem[item]
	case item == "site" && c.g.Kind == grievance.KindService:
		return false
	case onItsWay[c.g.Kind] && wares[item]:
		return false // nobody reads the serial number of what has not come
	case c.g.Kind == grievance.KindFaulty && strings.HasPrefix(c.g.Issue, "you "):
		return !goodsItem[item] || item == "order" || item == "parcel"
	case item == "internet" || item == "power":
		return c.g.Kind == grievance.KindFaulty || c.g.Kind == grievance.KindNone
	}
	return true
}

// never is for what no post gives away in public.
func never(string, []string) bool { return false }

func saysNumber(post string, _ []string) bool { return hasDigit(post) }

func saysMessage(_ string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return answered["message"][w] })
}

// saysTax is for returns that go to no shop.
func saysTax(_ string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, "tax") || strings.Contains(w, "turbotax") })
}

func saysOnline(_ string, words []string) bool { return slices.Contains(words, "online") }

func namesTracking(post string, _ []string) bool {
	return strings.Contains(strings.ToLower(post), "tracking")
}

// namesPlace reports a name within a sentence, by its capital, or the number of a
// branch; what is shouted is none. German writes every noun so.
func namesPlace(post string) bool {
	var quiet []string
	for word := range strings.FieldsSeq(post) {
		numbered, tag := hasDigit(word), strings.HasPrefix(word, "#")
		switch {
		case numbered && !tag:
			quiet = append(quiet, "some") // "at 9am" is no place
		case numbered || !tag && (strings.ToUpper(word) != word || len(word) < 2):
			quiet = append(quiet, word)
		}
	}
	return namesOne(strings.Join(quiet, " "))
}

// hasModel reports a word of letters and digits, as the names of models are, or
// a number by itself.
func hasModel(_ string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return hasDigit(w) && len(w) < 14 && !strings.HasPrefix(w, "@") && !strings.Contains(w, "/")
	})
}
