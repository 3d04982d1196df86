package responder

import (
	"slices"
	"strings"
)

// likable are things of ours that people praise, by language, as they stand in
// {thing}.
var likable = map[string]map[string]string{
	"en": {
		"lounge": "lounge", "landing": "landing", "plane": "plane", "aircraft": "plane", "flight": "flight", "terminal": "terminal", "boarding": "boarding", "legroom": "legroom", "seats": "seats", "wifi": "Wi-Fi",
		"upgrade": "upgrade", "train": "train", "journey": "journey", "station": "station", "app": "app", "update": "update", "website": "website", "site": "website", "feature": "feature",
		"store": "store", "shop": "shop", "branch": "branch", "restaurant": "restaurant", "hotel": "hotel", "room": "room", "delivery": "delivery", "packaging": "packaging",
		"playlist": "playlist", "playlists": "playlists", "outlets": "outlets", "menu": "menu", "ad": "ad", "advert": "ad", "commercial": "ad", "collection": "collection",
		"video": "video", "album": "album", "sweater": "sweater", "hoodie": "hoodie", "boots": "boots", "sneakers": "sneakers", "trainers": "trainers", "shoes": "shoes", "jeans": "jeans", "headphones": "headphones",
		"drill": "drill", "trimmer": "trimmer", "laptop": "laptop", "printer": "printer", "foundation": "foundation", "lipstick": "lipstick", "mascara": "mascara", "sequel": "sequel", "finale": "finale",
	},
}

// liked is what a post praises, "the new lounge in Chicago"; "" where none of
// likable stands near a word of praise. It reads words, of these things alone,
// and tells where they are; praise.Post.Liked, which is asked where this finds
// nothing, reads sentences, of any thing that package grievance can tell.
func liked(language, post string) string {
	words := plainly(post)
	for i, word := range words {
		thing := likable[language][word]
		if thing == "" || i+1 < len(words) && compounds[words[i+1]] {
			continue
		}
		near := words[max(0, i-praiseReach):min(len(words), i+praiseReach+1)]
		if !anyOf(near, praises) || i > 0 && words[i-1] == "no" {
			continue
		}
		if anyOf(words[max(0, i-2):i], fresh) {
			thing = "new " + thing
		}
		return "the " + thing + placed(words[i+1:])
	}
	return ""
}

// praiseReach is how many words may stand between a thing and its praise.
const praiseReach = 3

// praises are words that praise what stands next to them.
var praises = wordSet(`love loves loved loving enjoy enjoyed enjoying good great best awesome amazing nice fantastic wonderful beautiful excellent perfect brilliant cool favorite favourite fun smooth smoothest comfortable comfy
	superb incredible gorgeous stunning cute lovely impressive impressed delicious obsessed rocks`)

// compounds are words before which a thing only says of what kind they are.
var compounds = wordSet("movie ticket tickets food attendant attendants crew driver manager")

var fresh = wordSet("new brand-new newest")

// placed is where a thing is: " in Chicago". Places are told from a table.
func placed(words []string) string {
	for i := range min(len(words), 3) {
		if before := words[i]; before != "in" && before != "at" && before != "into" && before != "to" {
			continue
		}
		for n := 2; n > 0; n-- {
			if i+n < len(words) {
				if place := places[strings.Join(words[i+1:i+1+n], " ")]; place != "" {
					return " in " + place
				}
			}
		}
	}
	return ""
}

// stationed adds where a team is, as far as the post says so: "the team in Leeds"
// for "in your Leeds branch".
func stationed(who string, words []string) string {
	if who != "the team" && who != "our store team" {
		return who
	}
	for i, word := range words {
		place := places[word]
		if place != "" && (i > 0 && (words[i-1] == "in" || words[i-1] == "at") || i+1 < len(words) && branches[words[i+1]]) {
			return who + " in " + place
		}
	}
	return who
}

var branches = wordSet("branch store shop office restaurant hotel airport station depot gym garage clinic")

// places are cities whose name may be said, by how people write them.
var places = map[string]string{
	"chicago": "Chicago", "new york": "New York", "nyc": "New York", "boston": "Boston", "denver": "Denver", "dallas": "Dallas", "houston": "Houston", "austin": "Austin", "atlanta": "Atlanta", "miami": "Miami", "orlando": "Orlando",
	"seattle": "Seattle", "portland": "Portland", "phoenix": "Phoenix", "philadelphia": "Philadelphia", "san francisco": "San Francisco", "los angeles": "Los Angeles", "san diego": "San Diego", "las vegas": "Las Vegas", "vegas": "Las Vegas",
	"charlotte": "Charlotte", "nashville": "Nashville", "detroit": "Detroit", "minneapolis": "Minneapolis", "baltimore": "Baltimore", "newark": "Newark", "washington": "Washington", "toronto": "Toronto", "vancouver": "Vancouver", "montreal": "Montreal",
	"london": "London", "manchester": "Manchester", "birmingham": "Birmingham", "leeds": "Leeds", "glasgow": "Glasgow", "edinburgh": "Edinburgh", "bristol": "Bristol", "liverpool": "Liverpool", "cardiff": "Cardiff", "belfast": "Belfast", "dublin": "Dublin",
	"paris": "Paris", "berlin": "Berlin", "munich": "Munich", "frankfurt": "Frankfurt", "vienna": "Vienna", "zurich": "Zurich", "amsterdam": "Amsterdam", "brussels": "Brussels", "madrid": "Madrid", "barcelona": "Barcelona", "lisbon": "Lisbon", "rome": "Rome", "milan": "Milan",
	"dubai": "Dubai", "singapore": "Singapore", "tokyo": "Tokyo", "sydney": "Sydney", "melbourne": "Melbourne", "mumbai": "Mumbai", "delhi": "Delhi", "bangalore": "Bangalore", "nairobi": "Nairobi", "johannesburg": "Johannesburg",
}

func anyOf(words []string, of map[string]bool) bool {
	return slices.ContainsFunc(words, func(w string) bool { return of[w] })
}
