package praise

import "sync"

// people are those of ours who are praised, as it stands behind "to" and with
// "they", by the words for them; those that say most exactly who it was first.
var people = []struct{ who, words string }{
	{"our gate agents", "gate agent | gate agents"},
	{"our flight crew", "pilots | pilot | first officer | flight deck"},
	{"our cabin crew", "flight attendant | flight attendants | cabin crew | steward | stewardess | stewards | air hostess"},
	{"our baggage team", "baggage handler | baggage handlers | baggage team | luggage team"},
	{"our captain", "captain | skipper"},
	{"our bus driver", "bus driver"},
	{"our train driver", "train driver"},
	{"our driver", "driver | delivery guy | delivery man | delivery woman | delivery lady | courier | postman | postwoman | postie | mailman"},
	{"our drivers", "drivers"},
	{"our guard", "guard | train guard"},
	{"our conductor", "conductor"},
	{"our crew", "crew"},
	{"our crews", "crews | linemen"},
	{"our barista", "barista | baristas"},
	{"our waiting staff", "waiter | waitress | server | waiters | waitresses"},
	{"our kitchen", "chef | chefs | kitchen | cook | cooks"},
	{"our bar team", "bartender | barman | barmaid | bar staff"},
	{"our team at reception", "receptionist | on reception | at reception | front desk | concierge | reception team"},
	{"our housekeeping team", "housekeeping | housekeeper | maid | room attendant"},
	{"our keepers", "keeper | keepers | zookeeper"},
	{"our guide", "tour guide | our guide | the guide"},
	{"our porter", "porter | doorman | bellboy"},
	{"our porters", "porters"},
	{"our cleaner", "cleaner | cleaning lady"},
	{"our engineer", "engineer | fitter | installer | plumber | electrician"},
	{"our technician", "technician"},
	{"our mechanic", "mechanic | mechanics"},
	{"our team at the checkout", "cashier | checkout lady | checkout guy | checkout girl | on the till | on the checkout | at the till | at the checkout"},
	{"our stylist", "stylist | hairdresser"},
	{"our optician", "optician"},
	{"our pharmacist", "pharmacist | pharmacists"},
	{"our dentist", "dentist"},
	{"our vet", "vet"},
	{"our instructor", "instructor | personal trainer"},
	{"our support team", "support team | tech support | on the phone | call centre | call center | helpline | on chat | live chat | support agent | phone agent | chat agent"},
	{"our store team", "in store | store team | store staff | shop assistant | sales assistant | store manager | shop staff | sales associate"},
	{"our ground staff", "ground staff | ground crew | check in staff | at check in"},
	{"our crew", "attendant | attendants"},
	{"our delivery team", "delivery team | delivery guys | delivery crew | delivery lads | two lads"},
}

// teams are words by which people praise whoever of us it was.
var teams = "staff | team | agent | agents | rep | reps | employee | employees | colleague | colleagues | lady | gentleman | guy | lads | woman | everyone at"

// lone are people of whom one word speaks.
var lone = sync.OnceValue(func() *table {
	var all []Moment
	for _, p := range people {
		all = append(all, Moment{When: p.words, Say: []string{p.who}})
	}
	return tableOf(append(all, Moment{When: teams, Say: []string{"the team"}}))
})

// Who are the people of ours that a post praises, "" for none.
func Who(language, post string) string {
	if language != "en" {
		return ""
	}
	if told := lone().find(wordsOf(language, post)); len(told.Say) > 0 {
		return told.Say[0]
	}
	return ""
}
