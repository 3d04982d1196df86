package detail

import (
	"maps"
	"slices"
)

var english = indexOf([]rule{reader.list},
	entry{reader.served, words("for got received served brought"), false},
	entry{reader.died, words("died passed"), false},
	entry{reader.bereaved, words("miscarriage miscarried stillborn stillbirth bereaved bereavement loss funeral late death ashes"), false},
	entry{reader.lostKin, words("lost losing"), false},
	entry{reader.putDown, words("put"), false},
	entry{reader.inHospital, words("hospital cancer chemo dying icu hospice ill"), false},
	entry{reader.spanned, spanStarts, true},
	entry{reader.counted, oneOf(keys(countWords), nil), true},
	entry{reader.twice, words("twice"), false},
	entry{reader.clocked, keys(begun), false},
	entry{reader.aged, words("old"), false},
	entry{reader.dayOf, words("day"), false},
	entry{reader.ordinal, keys(ordinals), false},
	entry{reader.everyTime, words("every each"), false},
	entry{reader.again, words("again"), false},
	entry{reader.gave, words("took taken taking booked waited stayed waiting sat wasted wasting"), false},
	entry{reader.whom, words("my our"), false},
	entry{reader.yearOld, words("year yo"), false},
	entry{reader.theKids, words("kids children twins"), false},
	entry{reader.day, keys(days), false},
	entry{reader.feast, keys(feasts), false},
	entry{reader.due, words("deadline exam exams finals interview presentation surgery operation"), false},
	entry{reader.homeworker, words("work working works"), false},
	entry{reader.visited, words("guests visitors"), false},
	entry{reader.withChild, words("toddler baby newborn kids children twins"), false},
	entry{reader.moving, words("moving"), false},
	entry{reader.toCatch, words("catch"), false},
	entry{reader.brandNew, words("brand out straight"), false},
	entry{reader.night, words("am night"), false},
	entry{reader.cold, words("rain cold snow heat freezing winter snowing"), false},
	entry{reader.firstDay, words("first"), false},
)

func keys[T any](table map[string]T) []string { return slices.Sorted(maps.Keys(table)) }
