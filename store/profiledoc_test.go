package store

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
)

// fill gives every exported field that v reaches a value of its own, so that a
// field which is not packed shows.
func fill(v reflect.Value, n *int) {
	*n++
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(time.Unix(int64(*n)*1e6, int64(*n)).UTC()))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, field := range v.Fields() {
			fill(field, n)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("topic"), reflect.ValueOf(float64(*n)/7))
	case reflect.String:
		v.SetString("text " + time.Duration(*n).String())
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(float64(*n) / 1000)
	case reflect.Uint64:
		v.SetUint(math.MaxUint64 - uint64(*n))
	default:
		v.SetInt(int64(*n))
	}
}

func repacked(t interface{ Fatal(...any) }, p care.Profile) care.Profile {
	q := care.Profile{Key: p.Key, Version: p.Version, Place: p.Place}
	if err := unpackProfile(packProfile(&p), &q); err != nil {
		t.Fatal(err)
	}
	return q
}

func TestEveryFieldOfAProfileIsPacked(t *testing.T) {
	var p care.Profile
	n := 0
	fill(reflect.ValueOf(&p).Elem(), &n)
	if q := repacked(t, p); !reflect.DeepEqual(p, q) {
		t.Errorf("packed  %+v\nread %+v", p, q)
	}
	if q := repacked(t, care.Profile{}); !reflect.DeepEqual(care.Profile{}, q) {
		t.Errorf("of nothing: %+v", q)
	}
}

func TestProfilesKeptAsJSONAreRead(t *testing.T) {
	var p, q care.Profile
	n := 0
	fill(reflect.ValueOf(&p).Elem(), &n)
	q.Key, q.Version, q.Place = p.Key, p.Version, p.Place
	if err := unpackProfile([]byte(toJSON(p)), &q); err != nil || !reflect.DeepEqual(p, q) {
		t.Errorf("%v: got %+v\nwant %+v", err, q, p)
	}
}

func TestAnyProfileIsReadAsItWasWritten(t *testing.T) {
	moment := rapid.Custom(func(t *rapid.T) time.Time {
		return time.Unix(rapid.Int64Range(-1<<40, 1<<40).Draw(t, "s"), rapid.SampledFrom([]int64{0, 1e6, 999e6, 1, 999999999}).Draw(t, "ns")).UTC()
	})
	number := rapid.OneOf(rapid.Float64(), rapid.Map(rapid.IntRange(-5, 99999), func(n int) float64 { return float64(n) / 1000 }),
		rapid.SampledFrom([]float64{math.Copysign(0, -1), math.Inf(1), math.MaxFloat64}))
	trace := rapid.Custom(func(t *rapid.T) care.Trace {
		r := care.Trace{
			ID: rapid.String().Draw(t, "id"), At: moment.Draw(t, "at"), Hash: rapid.Uint64().Draw(t, "hash"),
			Own: number.Draw(t, "own"), Court: number.Draw(t, "court"), Badger: rapid.Bool().Draw(t, "badger"), Presses: rapid.Bool().Draw(t, "presses"),
		}
		r.Thread = rapid.SampledFrom([]string{"", "x:" + r.ID, ":" + r.ID, r.ID, "x:other"}).Draw(t, "thread")
		return r
	})
	rapid.Check(t, func(t *rapid.T) {
		p := care.Profile{
			Author:   care.Author{ID: rapid.String().Draw(t, "author"), Followers: rapid.Int().Draw(t, "followers")},
			LastSeen: moment.Draw(t, "seen"), Contacts: rapid.Int().Draw(t, "contacts"), Pace: number.Draw(t, "pace"),
		}
		if p.Recent = rapid.SliceOfN(trace, 0, care.MaxRecent).Draw(t, "recent"); len(p.Recent) == 0 {
			p.Recent = nil
		}
		if q := repacked(t, p); !reflect.DeepEqual(p, q) {
			t.Fatalf("wrote %+v\nread  %+v", p, q)
		}
	})
}

// The size is what makes it quick: see BenchmarkAuthors in pipeline.
func TestAPackedProfileIsSmall(t *testing.T) {
	p := care.Profile{Author: care.Author{ID: "1234567890123456789", Handle: "someone", Name: "Some One", Followers: 812}, Contacts: 8}
	for i := range 8 {
		id := "18" + strings.Repeat(string(rune('0'+i)), 17)
		p.Recent = append(p.Recent, care.Trace{ID: id, Thread: "x:" + id, At: time.UnixMilli(1_770_000_000_123), Hash: 1 << 60, Topic: "delay", Complaint: 0.913, Own: 0.5})
	}
	if packed, doc := len(packProfile(&p)), len(toJSON(p)); packed*3 > doc {
		t.Errorf("%d bytes packed, %d as JSON: not a third", packed, doc)
	}
}

func FuzzUnpackProfile(f *testing.F) {
	var p care.Profile
	n := 0
	fill(reflect.ValueOf(&p).Elem(), &n)
	f.Add(packProfile(&p))
	f.Add(packProfile(&care.Profile{}))
	f.Add([]byte(toJSON(p)))
	f.Add([]byte{packedProfile, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	f.Fuzz(func(t *testing.T, doc []byte) {
		var p, q care.Profile
		if unpackProfile(doc, &p) != nil || doc[0] == jsonProfile {
			return
		}
		if err := unpackProfile(packProfile(&p), &q); err != nil {
			t.Fatalf("read but not read again: %v", err)
		}
	})
}
