package train

import (
	"fmt"
	"math"

	"goodgraces/classifier/features"
	"goodgraces/classifier/metrics"
	"goodgraces/classifier/model"
)

// header takes over what the lanes learned besides their n-grams.
func header(all map[model.Lane]*weights, seed uint64) model.Header {
	h := model.Header{Seed: seed}
	for lane, w := range all {
		h.Bias[lane] = w.bias
		copy(h.Dense[lane][:], w.dense)
		h.Scale[lane] = scale(w.grams)
	}
	return h
}

// scale chooses the step of a lane's bytes: 127 steps reach the largest
// weight. The few large ones carry so much that clipping them (1 in 2,000)
// loses 0.005 of the complaint's AUC; the coarser steps lose nothing.
func scale(grams []float32) float32 {
	var largest float32
	for _, w := range grams {
		largest = max(largest, w, -w)
	}
	if largest == 0 {
		return 1
	}
	return largest / 127
}

// quantise writes the n-gram weights as bytes, bucket by bucket.
func quantise(h *model.Header, all map[model.Lane]*weights) []byte {
	table := make([]byte, model.Lanes<<features.Bits)
	for i := range table {
		table[i] = 128
	}
	for lane, w := range all {
		for bucket, x := range w.grams {
			q := math.RoundToEven(float64(x / h.Scale[lane]))
			table[bucket*model.Lanes+int(lane)] = byte(128 + max(-127, min(127, q)))
		}
	}
	return table
}

// calibrate fits the heads' Platt parameters: the complaint's on its
// out-of-fold scores, the others' on goemotions' held-back part.
func calibrate(h *model.Header, rows []*row, all map[model.Lane]*weights, complaint []metrics.Pair, progress func(string)) {
	h.Platt[model.HeadComplaint] = platt(complaint)
	progress(figures("complaint", h.Platt[model.HeadComplaint], complaint))
	for head := model.HeadAnger; head < model.Heads; head++ {
		lane := model.HeadLane[head]
		var pairs []metrics.Pair
		for _, r := range rows {
			if yes, use := held(lane, r); use {
				pairs = append(pairs, metrics.Pair{P: float64(all[lane].score(r)), True: yes})
			}
		}
		h.Platt[head] = platt(pairs)
		progress(figures(laneNames[lane], h.Platt[head], pairs))
	}
}

// held labels the rows that calibrate a lane: goemotions' held-back part by
// the lane's own rule. Mocking has none there and uses what it learned from.
func held(lane model.Lane, r *row) (bool, bool) {
	if lane == model.Mocking {
		return lanes[lane](r)
	}
	if r.source != fromEmotionsDev {
		return false, false
	}
	as := *r
	as.source = fromEmotions
	return lanes[lane](&as)
}

func figures(name string, platt [2]float32, pairs []metrics.Pair) string {
	out := make([]metrics.Pair, len(pairs))
	for i, p := range pairs {
		out[i] = metrics.Pair{P: 1 / (1 + math.Exp(-(float64(platt[0])*p.P + float64(platt[1])))), True: p.True}
	}
	c := metrics.At(out, 0.5)
	return fmt.Sprintf("%s, held back: AUC %.4f, macro-F1 %.4f, ECE %.4f (%d posts)", name,
		metrics.AUC(out), c.MacroF1(), metrics.ECE(out), len(pairs))
}

// platt fits 1/(1+exp(-(A s + B))) to scores by Newton's method, with Platt's
// own smoothing of the targets.
func platt(pairs []metrics.Pair) [2]float32 {
	var pos, neg float64
	for _, p := range pairs {
		if p.True {
			pos++
		} else {
			neg++
		}
	}
	hi, lo := (pos+1)/(pos+2), 1/(neg+2)
	a, b := 1.0, 0.0
	for range 50 {
		var ga, gb, haa, hab, hbb float64
		for _, p := range pairs {
			t := lo
			if p.True {
				t = hi
			}
			q := 1 / (1 + math.Exp(-(a*p.P + b)))
			d, v := q-t, q*(1-q)
			ga, gb = ga+d*p.P, gb+d
			haa, hab, hbb = haa+v*p.P*p.P, hab+v*p.P, hbb+v
		}
		haa, hbb = haa+1e-6, hbb+1e-6
		det := haa*hbb - hab*hab
		a -= (hbb*ga - hab*gb) / det
		b -= (haa*gb - hab*ga) / det
	}
	return [2]float32{float32(a), float32(b)}
}
