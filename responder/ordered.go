package responder

// ordered are the words by which a post shows what there is to look up, by
// language; of several rows the first that fits is asked for.
var ordered = map[string][]orderedAs{
	"en": {
		{"flight", wordSet("flight flights flying fly flew plane boarding airport runway tarmac luggage baggage suitcase suitcases crew pilot")},
		{"train", wordSet("train trains platform carriage")},
		{"parcel", wordSet("parcel parcels package packages shipment carrier courier tracking")},
		{"trip", wordSet("ride rides trip trips cab taxi pickup")},
		{"booking", wordSet("booking booked reservation hotel room appointment technician engineer")},
		{"order", wordSet("order orders ordered delivery deliveries delivered deliver purchase purchased bought ship shipped item items preorder preordered")},
		{"booking", wordSet("bag bags ticket tickets bus journey")},
	},
	"es": {
		{"vuelo", wordSet("vuelo vuelos avión aeropuerto maleta maletas equipaje")},
		{"viaje", wordSet("tren trenes viaje trayecto conductor")},
		{"reserva", wordSet("reserva hotel habitación cita billete billetes")},
		{"pedido", wordSet("pedido pedidos paquete paquetes envío entrega compra compré comprado")},
	},
	"de": {
		{"Buchung", wordSet("flug flüge flieger flughafen koffer gepäck zug züge bahn bus fahrt hotel zimmer reise buchung gebucht")},
		{"Sendung", wordSet("paket pakete päckchen sendung lieferung")},
		{"Bestellung", wordSet("bestellung bestellt bestellte gekauft kauf ware artikel")},
	},
}

type orderedAs struct {
	what  string
	words map[string]bool
}

var orderedRows = rowsByLanguage(ordered, func(row orderedAs) map[string]bool { return row.words })

// either is what is asked for where the post does not show what there is.
var either = map[string]string{"en": "order or booking", "es": "pedido o reserva", "de": "Bestellung oder Buchung"}

// order is what there is to look up.
type order struct {
	what  string // for the slot {order} of what a message asks for
	shown bool   // by the post itself
}

func lookup(language, post string) order {
	if rows := orderedRows[language].of(plainly(post)); len(rows) > 0 {
		return order{ordered[language][rows[0]].what, true}
	}
	return order{what: either[language]}
}
