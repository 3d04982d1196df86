package x_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors/x"
)

const archive = `window.YTD.tweets.part0 = [
  {"tweet": {"edit_info": {"initial": {"editTweetIds": ["1590000000000000001"]}}, "retweeted": false, "id": "1590000000000000001", "id_str": "1590000000000000001",
   "full_text": "@ann We are sorry &amp; will look: https://t.co/abc", "favorite_count": "0", "lang": "en", "truncated": false,
   "entities": {"urls": [{"url": "https://t.co/abc", "expanded_url": "https://larkspur.example/help", "indices": ["27", "50"]}], "user_mentions": [{"screen_name": "ann", "id_str": "2002", "id": "2002", "indices": ["0", "4"]}]},
   "created_at": "Wed Nov 09 10:00:00 +0000 2022", "in_reply_to_status_id": "1589999999999999999", "in_reply_to_status_id_str": "1589999999999999999", "in_reply_to_user_id": 7, "in_reply_to_user_id_str": "7"}},
  {"tweet": {"full_text": "without an ID"}},
  {"id_str": "20", "full_text": "an old shape", "created_at": "Tue Mar 21 20:50:14 +0000 2006"},
  7
]`

func TestArchive(t *testing.T) {
	var got []care.Mention
	skipped, err := x.Archive(strings.NewReader(archive), care.Author{Handle: "larkspur"}, func(m care.Mention) error {
		got = append(got, m)
		return nil
	})
	if err != nil || skipped != 2 || len(got) != 2 {
		t.Fatalf("%d posts, %d skipped, %v", len(got), skipped, err)
	}
	m := got[0]
	if m.Text != "@ann We are sorry & will look: https://larkspur.example/help" || m.By != care.ByBrand || m.InReplyTo != "1589999999999999999" ||
		!m.CreatedAt.Equal(time.Date(2022, 11, 9, 10, 0, 0, 0, time.UTC)) || m.URL != "https://x.com/larkspur/status/1590000000000000001" {
		t.Errorf("%+v", m)
	}
	if m.Thread != m.InReplyTo || m.ThreadAuthor != "7" || got[1].Thread != "" {
		t.Errorf("threads %q by %q, %q", m.Thread, m.ThreadAuthor, got[1].Thread)
	}
	if got[1].CreatedAt.Year() != 2006 {
		t.Errorf("an old post is of %v", got[1].CreatedAt)
	}
}

func TestArchiveThatIsNone(t *testing.T) {
	none := func(care.Mention) error { return nil }
	for _, text := range []string{"", "[]", `{"id":"1"}`, "window.YTD.account.part0 = [{}]", "window.YTD.tweets"} {
		if _, err := x.Archive(strings.NewReader(text), care.Author{}, none); !errors.Is(err, x.ErrNoArchive) {
			t.Errorf("%q: %v", text, err)
		}
	}
	for cut := range len(archive) - 200 {
		if _, err := x.Archive(strings.NewReader(archive[:200+cut]), care.Author{}, none); err == nil {
			t.Fatalf("an archive that breaks off after %d bytes is taken for whole", 200+cut)
		}
	}
}
