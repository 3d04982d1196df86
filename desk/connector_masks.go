package desk

import (
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/connectors"
)

// maskKept masks the keys within the addresses of a text, a value a line, that
// are kept from before.
func maskKept(text string, set connectors.Setting, before any) string {
	kept := keptValues(set, before)
	return eachLine(text, func(line string) string {
		if slices.Contains(kept, line) {
			return care.MaskAddresses(line)
		}
		return line
	})
}

// unmaskKept puts what is kept back in the place of what its mask shows. Where
// several addresses look alike so and not all of them stay, nobody knows which:
// they are left as they are, for stillMasked to tell.
func unmaskKept(text string, set connectors.Setting, before any) string {
	masked := map[string][]string{}
	for _, one := range keptValues(set, before) {
		if shown := care.MaskAddresses(one); shown != one {
			masked[shown] = append(masked[shown], one)
		}
	}
	typed := map[string]int{}
	eachLine(text, func(line string) string { typed[line]++; return line })
	next := map[string]int{}
	return eachLine(text, func(line string) string {
		same := masked[line]
		if len(same) == 0 || typed[line] != len(same) {
			return line
		}
		next[line]++
		return same[next[line]-1]
	})
}

// stillMasked finds the addresses that were changed around what is not shown.
func stillMasked(spec connectors.Spec, before, now config.Connector) (problems []config.Problem) {
	for _, set := range spec.Settings {
		had := keptValues(set, before.Settings[set.Key])
		half := func(line string) bool {
			return strings.Contains(line, "***") && (line == "***" || strings.Contains(line, "://")) && !slices.Contains(had, line)
		}
		if !set.Secret && len(had) > 0 && slices.ContainsFunc(keptValues(set, now.Settings[set.Key]), half) {
			problems = append(problems, config.Problem{Key: "settings." + set.Key, Message: "has *** for what is kept and not shown: type that address anew, whole"})
		}
	}
	return problems
}

// keptValues are the values of a setting as the form has them, a value a line.
func keptValues(set connectors.Setting, raw any) []string {
	if raw == nil {
		return nil
	}
	if set.Kind != connectors.KindStrings {
		return []string{plainValue(raw)}
	}
	alone := connectors.Spec{Settings: []connectors.Setting{set}}
	decoded, _ := alone.Decode(map[string]any{set.Key: raw}) // what cannot be decoded is not shown
	return decoded.Strings(set.Key)
}

func eachLine(text string, change func(line string) string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = change(strings.TrimSpace(line))
	}
	return strings.Join(lines, "\n")
}
