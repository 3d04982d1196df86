package train

import (
	"goodgraces/classifier/features"
	"goodgraces/classifier/model"
)

// complaintPrior is where the complaint lane's dense weights start: what we
// know of complaints that 2,389 tweets are too few to teach. The data moves
// the weights from here.
var complaintPrior = [features.Dense]float32{
	features.Claim:   1.5,
	features.Letdown: 0.4,
	features.Problem: 0.3,
	features.Fury:    0.3,
	features.Mock:    0.8,
	features.Adore:   -1.0,
	features.Praise:  -0.2,
	features.Joy:     -0.4,
	features.Denied:  -1.2,
	features.Accuse:  0.3,
	features.Blame:   0.3,
	features.CrossIf: -1.0,
}

// lanePriors does the same for lanes whose sets know no customers.
var lanePriors = map[model.Lane]*[features.Dense]float32{
	model.Hostility: {features.Insult: 1.0, features.Swear: 0.3, features.Blame: 0.2},
	model.Anger:     {features.Fury: 0.6, features.Anger: 0.4, features.Swear: 0.2, features.Insult: 0.3, features.Letdown: 0.2},
	model.Praise:    {features.Adore: 2.0, features.Praise: 0.2, features.Joy: 0.2, features.Thanks: 0.1, features.Claim: -0.4, features.Letdown: -0.3},
}
