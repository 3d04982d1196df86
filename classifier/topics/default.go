package topics

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed default.txt
var defaultText string

// Default is the taxonomy of customer care that ships. Callers must not
// change it.
var Default = sync.OnceValue(func() []Topic {
	var list []Topic
	for line := range strings.Lines(defaultText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			list = append(list, Topic{Name: strings.Trim(line, "[]")})
		case line[0] == ':':
			list[len(list)-1].Description = strings.TrimSpace(line[1:])
		default:
			t := &list[len(list)-1]
			for k := range strings.SplitSeq(line, ",") {
				t.Keywords = append(t.Keywords, strings.TrimSpace(k))
			}
		}
	}
	return list
})
