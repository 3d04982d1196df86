package length

import (
	"unicode"
	"unicode/utf8"
)

// Code points that make an emoji of what stands before them.
const (
	emojiStyle = 0xFE0F
	joiner     = 0x200D
	keycap     = 0x20E3
)

// isEmoji reports whether a grapheme cluster is one emoji, of however many code
// points. A symbol without any of the joining code points weighs the same
// either way and need not be known.
func isEmoji(cluster string) bool {
	first, size := utf8.DecodeRuneInString(cluster)
	if size == len(cluster) || !startsEmoji(first) {
		return false
	}
	for _, r := range cluster[size:] {
		if r == emojiStyle || r == joiner || r == keycap || isModifier(r) {
			return true
		}
	}
	return false
}

func startsEmoji(r rune) bool {
	switch {
	case unicode.Is(unicode.So, r), unicode.Is(unicode.Sm, r), unicode.Is(unicode.Sk, r):
		return true
	case r >= '0' && r <= '9', r == '#', r == '*':
		return true // of a keycap
	case r == 0x203C, r == 0x2049, r == 0x3030, r == 0x303D:
		return true
	}
	return false
}

// isModifier covers skin tones, the second half of a flag, and tags.
func isModifier(r rune) bool {
	return 0x1F3FB <= r && r <= 0x1F3FF || 0x1F1E6 <= r && r <= 0x1F1FF || 0xE0020 <= r && r <= 0xE007F
}
