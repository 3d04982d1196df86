package check

// rule is one named judgement. judge returns what is wrong and what to do
// about it, or "" when nothing is.
type rule struct {
	name    string
	level   Level // unless the configuration says otherwise
	private bool  // holds for a private message too
	exact   bool  // counts, compares or looks for a sign: likeness tells nothing of it
	judge   func(r *reading) string

	why     string // it hurts; for people
	risk    string // what may happen without it; "" where it guards nobody
	bad     string // an answer that breaks it, to the post of the examples
	instead string // what to say instead
}

// rules are in the order in which they are shown. What they say of themselves
// is docs/checks.md.
var rules = []rule{
	{
		name: "trigger_phrase", level: Block, private: true, judge: triggerPhrase,
		why:     "Policies, “as I said” and “calm down” tell an upset customer that they are wrong to be upset.",
		bad:     "I understand, but that's simply our policy. Message us and I'll have a look at your parcel.",
		instead: "I can see why you've had enough. Here is what I can do: I'm asking the depot today and will message you.",
	},
	{
		name: "conditional_apology", level: Block, private: true, judge: conditionalApology,
		why:     "“Sorry if…” doubts that anything happened. An apology with an if is none.",
		bad:     "We're sorry if the delay caused you any inconvenience. I've sent you a message about the parcel.",
		instead: "I'm sorry your parcel is nine days late.",
	},
	{
		name: "argues_facts", level: Warn, private: true, judge: arguesFacts,
		why:     "Correcting the customer in public looks like calling them a liar, and nobody ever won that argument.",
		bad:     "Our records show otherwise. Message us and I'll look at the parcel again.",
		instead: "I'm looking into where your parcel went and will message you what I find.",
	},
	{
		name: "blames_customer", level: Block, private: true, judge: blamesCustomer,
		why:     "Even where they did something wrong, they came for help and leave with a reproach.",
		bad:     "You should have chosen express if you needed the parcel by today. I've messaged you.",
		instead: "I'm sorry it isn't there in time. Let me see what can still be done.",
	},
	{
		name: "blames_colleague", level: Warn, private: true, judge: blamesColleague,
		why:     "It looks disloyal, solves nothing, and may be unjust: the colleague has not been heard.",
		bad:     "The driver forgot your parcel, he is new. I've sent you a message.",
		instead: "That's not how a delivery should go, and I'm sorry. I've asked the depot what happened.",
	},
	{
		name: "says_no_without_option", level: Warn, private: true, judge: saysNo,
		why:     "A bare no ends the conversation with us, and starts it with everybody else.",
		bad:     "Parcels can't be rerouted once they are on the road.",
		instead: "I can't reroute it on the road, but I can have it held at the depot for you.",
	},
	{
		name: "public_compensation", level: Block, judge: publicCompensation,
		why:     "Money talked about in public turns into a price list: the next customer asks for the same.",
		risk:    "money can be promised in public",
		bad:     "Sorry about the parcel! Have a £20 voucher on us, I've sent it by message.",
		instead: "I'm sorry about the parcel. I've sent you a message so that we can put it right.",
	},
	{
		name: "asks_private_data_publicly", level: Block, judge: asksPrivateData,
		why:     "Whatever a customer answers in public can be read, and used, by anybody.",
		risk:    "customers can be asked for personal data where everybody reads it",
		bad:     "Sorry about that! What's your order number and postcode?",
		instead: "Please send me the order number by direct message, not here.",
	},
	{
		name: "repeats_personal_data", level: Block, exact: true, judge: repeatsPersonalData,
		why:     "They may take their post back; our answer would still hold their data.",
		risk:    "customers' personal data can be published again",
		bad:     "I'm tracing order 4711-88321 now and have sent you a message.",
		instead: "I'm tracing your order now. You may want to take its number out of your post.",
	},
	{
		name: "repeats_profanity", level: Block, private: true, exact: true, judge: profanity,
		why:     "They may swear. We stay courteous whatever the post says.",
		bad:     "Nine days is a shitty wait. I'm tracing your parcel and will message you.",
		instead: "Nine days is far too long, and I'm sorry.",
	},
	{
		name: "generic", level: Warn, judge: generic,
		why:     "What could be said to anyone tells them that nobody has read what they wrote.",
		bad:     "Sorry to hear that. Please DM us.",
		instead: "Nine days without your parcel is too long, I'm sorry. I'm asking the depot where it is.",
	},
	{
		name: "no_commitment", level: Warn, judge: noCommitment,
		why:     "Sympathy after which nothing happens is only half an answer.",
		bad:     "Nine days for a parcel, that must be so annoying. I'm really sorry.",
		instead: "I'm asking the depot where your parcel is and will message you today.",
	},
	{
		name: "no_private_route", level: Warn, judge: noPrivateRoute,
		why:     "A public thread that goes on spreads the complaint, and details do not belong there.",
		bad:     "Nine days is too long for a parcel, I'm sorry. I'm asking the depot where it is.",
		instead: "… and I've sent you a message, so that we can go on there.",
	},
	{
		name: "too_long", level: Block, exact: true, judge: tooLong,
		why:     "The platform refuses what is over its limit.",
		bad:     "(an answer of 281 characters on X)",
		instead: "Leave out what can be said in the private message.",
	},
	{
		name: "apology_to_legal_threat", level: Block, private: true, judge: apologyToLegal,
		why:     "What is said to a legal threat, an injury or a discrimination may be used in court. The legal owner answers.",
		risk:    "an apology to a legal threat can be published and used against us",
		bad:     "We're very sorry for what happened. Please message us.",
		instead: "Say nothing here; hand the case to its legal owner.",
	},
	{
		name: "robot_tone", level: Warn, private: true, judge: robotTone,
		why:     "A form letter says that no person took the time.",
		bad:     "Dear Customer, your complaint about the parcel has been forwarded to the concerned department. Kindly DM us.",
		instead: "I've asked the depot about your parcel and will write to you in a message.",
	},
	{
		name: "sarcastic_or_defensive", level: Warn, private: true, judge: sarcastic,
		why:     "Winning the exchange costs the customer, and every reader who sides with them.",
		bad:     "Funny, everybody else's parcels arrive. Message us and I'll look.",
		instead: "I'm sorry yours is still missing. I'm looking for it now.",
	},
	{
		name: "promises_outcome", level: Warn, private: true, judge: promisesOutcome,
		why:     "A promise that depends on others, and breaks, is the second complaint.",
		bad:     "Your parcel will be with you tomorrow, guaranteed. I've messaged you.",
		instead: "I'm asking the depot to send it out tomorrow and will tell you what they say.",
	},
	{
		name: "near_duplicate", level: Block, exact: true, judge: nearDuplicate,
		why:     "The same sentence to the tenth person in a row is what the press quotes.",
		bad:     "(nearly the words of one of the last answers)",
		instead: "Say it in other words, beginning with what happened to this customer.",
	},
	{
		name: "unsafe_link", level: Block, private: true, exact: true, judge: unsafeLink,
		why:     "A link that hides where it leads, or that came from the post, may be a trap. X charges for links and hides answers that have one.",
		risk:    "links that lead anywhere can be published under our name",
		bad:     "Sorry about the parcel! Track it at http://bit.ly/p4rcel and I'll help by message.",
		instead: "Name the full https address of our own site, or say where to go without a link.",
	},
	{
		name: "unfilled_slot", level: Block, private: true, exact: true, judge: unfilledSlot,
		why:     "“Dear {name}” is proof that nobody looked.",
		bad:     "Hi {name}, I'm sorry about your parcel. I've sent you a message.",
		instead: "Fill it in, or leave it out.",
	},
	{
		name: "final", level: Block, judge: final,
		why:     "A closing line is the last word to somebody who feeds on answers. It gives nothing to bite on and leaves the door open for a new problem.",
		bad:     "We'll leave it here. Is there anything else?",
		instead: "We've read what you wrote and will leave it here. A new problem is always heard.",
	},
}

// broken writes a note: what was found, why it hurts, what to do instead.
func broken(found, advice string) string {
	if found == "" {
		return ""
	}
	return cite(found) + ": " + advice
}
