package check_test

import (
	"slices"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// TestGuardsInOtherWords: what asks for data or gives money away is found among
// words that mostly do neither, and who tells a price or the way is let be.
func TestGuardsInOtherWords(t *testing.T) {
	for rule, said := range map[string][][2]string{
		"asks_private_data_publicly": {
			{"my parcel is lost", "¿Puede compartir su número de pedido aquí?"},
			{"my parcel is lost", "Díganos los datos de su tarjeta por aquí."},
			{"my parcel is lost", "Mándanos tus datos de contacto."},
			{"my parcel is lost", "Please tell the team your phone number below."},
			{"my parcel is lost", "Please reply to this post with your order number."},
			{"my parcel is lost", "Send a note with your date of birth in a comment."},
			{"my parcel is lost", "To text you the code, tell us your mobile number."},
			{"my parcel is lost", "Please give the driver your phone number in a reply."},
		},
		"public_compensation": {
			{"dinner was cold", "Sorry! Dinner is on us."},
			{"charged twice", "Sorry, we'll give back your £20 today."},
			{"dinner was cold", "Sorry about that. The postage is on us."},
			{"dinner was cold", "Take 10% off the whole menu next time."},
			{"do you deliver to Leeds?", "Yes, and you get 20% off your next order."},
			{"do you deliver to Leeds?", "Yes, and there are 500 points on your account."},
			{"lovely dinner, thanks!", "Thank you! Your next dinner is half price."},
			{"dinner was cold and the room was loud", "We'll send a replacement free of charge."},
			{"dinner was cold and the room was loud", "I'm sorry. I'll have a new one sent to you at no cost."},
			{"dinner was cold and the room was loud", "Sorry! Your next month is gratis."},
			{"dinner was cold and the room was loud", "Lo siento. Te enviamos otro gratis hoy mismo."},
			{"dinner was cold and the room was loud", "Es tut mir leid. Wir schicken Ihnen kostenlos Ersatz."},
			{"dinner was cold and the room was loud", "I'm sorry. You won't pay a thing for tonight."},
			{"dinner was cold and the room was loud", "So sorry. The repair will cost you nothing."},
			{"dinner was cold and the room was loud", "I'm sorry about the queue. Come in for free next weekend."},
			{"dinner was cold and the room was loud", "Sorry about that. We'll do the repair for free."},
			{"dinner was cold and the room was loud", "I'm sorry. Dinner costs you nothing tonight."},
			{"dinner was cold and the room was loud", "Sorry for the cold pizza. The next one is half price."},
			{"dinner was cold and the room was loud", "I'm sorry. There's no charge for your stay."},
			{"dinner was cold and the room was loud", "Sorry. You'll ride free all next week."},
			{"dinner was cold and the room was loud", "I'm sorry. We've taken £20 off."},
			{"dinner was cold and the room was loud", "Sorry, we'd like to make amends with something from the shop."},
			{"dinner was cold and the room was loud", "I'm sorry. I'll upgrade you free of charge on the way back."},
			{"dinner was cold and the room was loud", "Disculpe. La próxima cena le sale gratis."},
			{"dinner was cold and the room was loud", "Entschuldigung. Die nächste Fahrt ist für Sie gratis."},
			{"dinner was cold and the room was loud", "I'm sorry. We'll give you a free night."},
			{"dinner was cold and the room was loud", "I'm sorry. I've put £15 on your account."},
			{"dinner was cold and the room was loud", "We'll fix it for free."},
			{"dinner was cold and the room was loud", "We'll repair it free of charge."},
			{"dinner was cold and the room was loud", "We'll replace it at no cost to you."},
			{"dinner was cold and the room was loud", "Wir schicken Ihnen kostenlos einen neuen Koffer."},
			{"dinner was cold and the room was loud", "Die nächste Fahrt ist für Sie gratis."},
			{"dinner was cold and the room was loud", "Su próximo viaje le saldrá gratis."},
			{"dinner was cold and the room was loud", "Your next stay is half price."},
			{"dinner was cold and the room was loud", "We'll bring you a complimentary dessert."},
			{"dinner was cold and the room was loud", "Have your next wash free."},
			{"dinner was cold and the room was loud", "You can have the room for nothing."},
			{"dinner was cold and the room was loud", "We'll put things right with a £40 voucher."},
		},
		"apology_to_legal_threat": {
			{"my lawyer will write to you", "Our legal team will contact you today. Your stay was complimentary."},
			{"My daughter was hospitalised after a meal at your place", "I'm so sorry. I've messaged you."},
			{"Spent the night in hospital thanks to your chicken", "I'm so sorry. I've messaged you."},
			{"Two kids in hospital from the slide", "I'm so sorry. I've messaged you."},
		},
		"blames_customer": {
			{"my bag is lost", "You should have known better."},
			{"my bag is lost", "Nobody asked you to buy it. I've sent you a message."},
			{"my bag is lost", "Sie sollten die Bedingungen lesen."},
			{"my bag is lost", "Sie sollten das Kleingedruckte lesen."},
			{"my bag is lost", "Sie sollten uns vorher informieren."},
			{"my bag is lost", "Sie sollten nicht so spät einchecken, das müssen Sie beachten."},
		},
	} {
		for _, s := range said {
			if !blocks(check.Input{Platform: "bluesky", Post: s[0], Reply: s[1]}, rule) {
				t.Errorf("%q is not blocked by %s", s[1], rule)
			}
		}
	}
	for rule, said := range map[string][][2]string{
		"asks_private_data_publicly": {
			{"which stop do I get off?", "Show the driver your address and he'll tell you when."},
			{"nobody rings back", "I'm sorry. I'll ring you tonight on the number you left with us."},
			{"your van blocks the lane", "Sorry! Which road was it? I'm radioing the round now."},
		},
		"public_compensation": {
			{"do kites travel as luggage?", "They do, in one bag, at no charge."},
			{"what does a day ticket cost?", "Nine euros, or six for students."},
			{"you left me standing", "That wait is on us, and I'm sorry. I've sent you a message."},
			{"my tent tore", "I'm sorry it tore. Please don't give up on us; I've sent you a message."},
		},
		"apology_to_legal_threat": {
			{"the shop in your hospital shuts at five", "It does, I'm sorry. From May it stays open until seven."},
			{"my solicitor has your letter", "Thank you. Your post is with our legal contact, who will write to you today."},
		},
		"blames_customer": {
			{"nobody told me it was cancelled", "You should have had a call from us, and I'm sorry. I've sent you a message."},
			{"nobody rings back", "Sie sollten uns nicht hinterherlaufen müssen. Es tut mir leid."},
			{"nobody rings back", "Sie sollten das nie erleben müssen. Es tut mir leid."},
			{"why is it so early?", "Bag drop is slow on Fridays, so that's why we say three hours."},
		},
	} {
		for _, s := range said {
			if breaks(check.Input{Platform: "bluesky", Post: s[0], Reply: s[1]}, rule) {
				t.Errorf("%q breaks %s", s[1], rule)
			}
		}
	}
}

func blocks(in check.Input, rule string) bool {
	return slices.ContainsFunc(check.Public(in), func(c care.Check) bool { return c.Rule == rule && !c.OK && c.Blocking })
}
