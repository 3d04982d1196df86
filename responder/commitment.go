package responder

import (
	"strings"

	"goodgraces/responder/grievance"
)

// troubleOf is the key of templates.Commitments.Troubles by the class of a trouble:
// what we do is told by who can do something about it. Of other classes its kind
// tells it.
var troubleOf = classItems(map[string]string{
	"passed":          "bus_no_show drove_past",
	"visit":           "no_show install_late heating",
	"onward":          "connection_missed stranded bumped",
	"booking":         "seat booking rebooking checkin g_booking",
	"aboard":          "crowded train_heat cabin inflight",
	"shop":            "queue understaffed ignored_in_store shop_closed shop_state shelves mispriced g_visit",
	"repair":          "repair_slow repair_failed",
	"security":        "hacked fraud security",
	"driver":          "ride_late ride_cancelled ride_driver driver_parcel order_left order_no_knock vehicle g_ride",
	"bill":            "meter bill_high data_used",
	"switch":          "switching",
	"refund":          "refund_late g_refund",
	"refused":         "refund_no warranty offer_refused bag_rules",
	"decision":        "advert policy ethics misleading timetable",
	"design":          "ads update_disliked feature_missing changed discontinued packaging",
	"spam":            "spam",
	"kitchen":         "food_cold food_bad food_wrong food_missing portion g_food",
	"safety":          "food_object food_spoiled",
	"hotel":           "room room_wrong g_stay",
	"points":          "points",
	"recovery":        "lost_data",
	"membership":      "renewed charged_after cant_cancel",
	"order cancelled": "order_cancelled",
	"game":            "game_bug game_server game_reward g_game",
	"reopen":          "closed_unsolved",
	"call":            "no_callback",
	"hire":            "hire_car",
})

// opinions are troubles with what we decided: nobody has to put anything right.
var opinions = wordSet("decision design")

// trouble is what the trouble is for what we do about it, "" where its kind says
// as much as we know.
func (c *composer) trouble() string {
	return c.ofDone.get(func() string {
		trouble := troubleOf[c.class()]
		switch {
		case trouble == "kitchen" && anyOf(c.heard.plain(), allergies):
			return "safety"
		case trouble == "" && c.g.Kind == grievance.KindLate && isOver(c.g.Issue):
			return "over"
		}
		return trouble
	})
}

var allergies = wordSet("allergy allergic allergies allergen allergens coeliac celiac anaphylactic epipen alergia alérgico alérgica allergie allergisch")

// isOver reports an issue of what came late or was waited for, and no longer is.
func isOver(issue string) bool {
	for _, past := range over {
		if strings.Contains(issue, past) {
			return true
		}
	}
	return false
}

var over = []string{"came late", "came so late", "came hours late", "came days late", "was late", "were late", "arrived late", "arrived so late", "turned up late", "you missed ", "you waited ", "you stood ", "took so long", "took longer", "took so much longer", "went off without you", "left without you", "drove past"}
