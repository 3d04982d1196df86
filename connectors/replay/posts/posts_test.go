package posts_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"

	"goodgraces/care"
	"goodgraces/connectors/replay/posts"

	"pgregory.net/rapid"
)

// read returns one string a post or error: "id text", or the error.
func read(r *posts.Reader) []string {
	var out []string
	for m, err := range r.All() {
		if err != nil {
			out = append(out, err.Error())
			continue
		}
		out = append(out, m.ID+" "+m.Text)
	}
	return out
}

func TestReadsEveryField(t *testing.T) {
	want := care.Mention{
		ID: "570306133677760513", Platform: "x", Text: "Late,\nagain \"today\"",
		Author:    care.Author{ID: "7", Handle: "ann", Name: "Ann", Followers: 12},
		CreatedAt: time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC),
		Lang:      "en", InReplyTo: "1", Thread: "2", ThreadAuthor: "8", URL: "https://x.test/1", By: care.ByBrand,
		Deleted: true,
	}
	inputs := map[string]struct {
		format posts.Format
		text   string
	}{
		"json": {posts.JSONL, `{"id":570306133677760513,"platform":"x","text":"Late,\nagain \"today\"","author":{"id":7,"handle":"@ann","name":"Ann","followers":12.0,"bio":{"a":[1]}},"created_at":"2026-11-22T09:30:00Z","lang":"en","in_reply_to":1,"thread":"2","thread_author":"8","url":"https://x.test/1","by":"brand","deleted":true,"else":[{}],"nothing":null}` + "\n"},
		"csv dotted": {posts.CSV, "id,platform,text,author.id,author.handle,author.name,author.followers,created_at,lang,in_reply_to,thread,thread_author,url,by,deleted,else\r\n" +
			"570306133677760513,x,\"Late,\r\nagain \"\"today\"\"\",7,ann,Ann,12,2026-11-22T09:30:00Z,en,1,2,8,https://x.test/1,brand,true,what\r\n"},
		"csv underscored": {posts.Auto, "\uFEFFID,platform,TEXT,author_id,author,author_name,author_followers,created_at,lang,in_reply_to,thread,thread_author,url,by,deleted\n" +
			"570306133677760513,x,\"Late,\nagain \"\"today\"\"\",7,@ann,Ann,12,2026-11-22T09:30:00Z,en,1,2,8,https://x.test/1,brand,true"},
	}
	for name, in := range inputs {
		t.Run(name, func(t *testing.T) {
			got, err := posts.NewReader(strings.NewReader(in.text), in.format).Next()
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v, %v\nwant %+v", got, err, want)
			}
		})
	}
}

func TestReadsJSONLines(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"empty", "", nil},
		{"blank lines yield nothing", "\n  \r\n{\"id\":\"1\",\"text\":\"a\"}\n\n", []string{"1 a"}},
		{"mark and CRLF", "\uFEFF{\"id\":\"1\",\"text\":\"a\"}\r\n{\"id\":2,\"text\":\"b\"}", []string{"1 a", "2 b"}},
		{"author as handle", `{"id":"1","text":"a","author":"@ann"}`, []string{"1 a"}},
		{"null is absent", `{"id":"1","text":"a","author":null,"created_at":null}`, []string{"1 a"}},
		{"empty is absent", `{"id":"1","text":"","created_at":"","by":""}`, []string{"1 "}},
		{"not UTF-8", "{\"id\":\"1\",\"text\":\"a\xffb\\ud800c\"}", []string{"1 a\uFFFDb\uFFFDc"}},
		{"reading goes on", "nonsense\n{\"id\":\"1\",\"text\":\"a\"}\n[1]\nnull\n{\"text\":\"b\"}\n{\"id\":\"2\"}\n{\"id\":\"3\",\"text\":\"c\"}", []string{
			"line 1: is not JSON: invalid character 'o' in literal null (expecting 'u') (at byte 2)",
			"1 a",
			`line 3: must be a JSON object such as {"id":"1","text":"…"}`,
			`line 4: must be a JSON object such as {"id":"1","text":"…"}`,
			"line 5: id: is missing",
			"line 6: text: is missing",
			"3 c",
		}},
		{"wrong types", `{"id":{},"text":"a"}` + "\n" + `{"id":"1","text":5}` + "\n" + `{"id":"1","text":"a","author":[]}` + "\n" + `{"id":"1","text":"a","author":{"followers":"many"}}` + "\n" + `{"id":true,"text":"a"}`, []string{
			"line 1: id: must be a string or a number",
			"line 2: text: must be a string",
			"line 3: author: must be an object or a handle",
			"line 4: author.followers: must be a whole number, 0 or more",
			"line 5: id: must be a string or a number",
		}},
		{"wrong values", `{"id":"1","text":"a","created_at":"yesterday"}` + "\n" + `{"id":"1","text":"a","by":"me"}`, []string{
			"line 1: created_at: must be a time as RFC 3339 has it, such as 2026-11-22T09:30:00Z",
			"line 2: by: must be author or brand",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, r := range []io.Reader{strings.NewReader(tt.in), iotest.OneByteReader(strings.NewReader(tt.in))} {
				if got := read(posts.NewReader(r, posts.JSONL)); !reflect.DeepEqual(got, tt.want) {
					t.Errorf("got  %q\nwant %q", got, tt.want)
				}
			}
		})
	}
}

func TestReadsCSV(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"empty", "", nil},
		{"header alone", "id,text\n", nil},
		{"a short row lacks the rest", "id,text,lang\n1,a\n", []string{"1 a"}},
		{"a quote in the middle is a letter", "id,text\n1,a 5\" pipe\n2,b\n", []string{"1 a 5\" pipe", "2 b"}},
		{"no id column", "key,text\n1,a\n2,b\n", []string{"line 1: id: the header has no such column; the first line must name the columns, id and text among them"}},
		{"too many columns", "id,text\n1,a,b\n2,c\n", []string{"line 2: has 3 columns where the header has 2; put quotes around a text with commas", "2 c"}},
		{"numbers of lines", "\nid,text\n1,\"a\n\nb\"\n\n,c\n", []string{"1 a\n\nb", "line 7: id: is missing"}},
		{"not closed", "id,text\n1,a\n2,\"b\n3,c\n", []string{"1 a", "line 3: a quoted text is not closed"}},
		{"not UTF-8", "id,text\n1,a\xffb\n", []string{"1 a\uFFFDb"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(posts.NewReader(strings.NewReader(tt.in), posts.CSV)); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestAutoTellsTheFormat(t *testing.T) {
	for in, want := range map[string]string{
		"\uFEFF \n {\"id\":\"1\",\"text\":\"a\"}": "1 a",
		"\uFEFFid,text\n1,a":                      "1 a",
		"\"id\",\"text\"\n1,a":                    "1 a",
	} {
		got := read(posts.NewReader(iotest.OneByteReader(strings.NewReader(in)), posts.Auto))
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	for name, want := range map[string]posts.Format{"a.jsonl": posts.JSONL, "b.CSV": posts.CSV, "c": posts.Auto} {
		if got := posts.FormatOf(name); got != want {
			t.Errorf("FormatOf(%q) = %s, want %s", name, got, want)
		}
	}
}

func TestLongLines(t *testing.T) {
	long := func(n int) string { return fmt.Sprintf(`{"id":"1","text":"%s"}`, strings.Repeat("a", n-20)) }
	in := long(posts.MaxLine) + "\r\n" + long(posts.MaxLine+1) + "\n" + `{"id":"2","text":"b"}`
	r := posts.NewReader(strings.NewReader(in), posts.JSONL)
	if m, err := r.Next(); err != nil || len(m.Text) != posts.MaxLine-20 {
		t.Fatalf("a line of 10 MB: %d bytes, %v", len(m.Text), err)
	}
	if _, err := r.Next(); err == nil || err.Error() != "line 2: is longer than 10 MB" {
		t.Fatalf("a longer one: %v", err)
	}
	if m, err := r.Next(); err != nil || m.ID != "2" {
		t.Fatalf("behind it: %+v, %v", m, err)
	}
}

func TestGrowingLeavesTheUnfinishedRecord(t *testing.T) {
	for format, in := range map[posts.Format]string{
		posts.JSONL: "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"b\"}",
		posts.CSV:   "id,text\n1,a\n2,\"b\nc",
	} {
		r := posts.NewReader(strings.NewReader(in), format)
		r.Growing(true)
		if got := read(r); len(got) != 1 || got[0] != "1 a" {
			t.Errorf("%s: got %q, want the first alone", format, got)
		}
		if got, want := r.Pos().Offset, int64(strings.LastIndex(in[:strings.LastIndex(in, "2")], "\n")+1); got != want {
			t.Errorf("%s: stands at byte %d, want %d", format, got, want)
		}
	}
}

// Wherever reading stops, Resume yields the rest with the same line numbers.
func TestResumeAnywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		format, in := drawInput(t)
		whole := read(posts.NewReader(strings.NewReader(in), format))
		stop := rapid.IntRange(0, len(whole)).Draw(t, "stop")
		first := posts.NewReader(strings.NewReader(in), format)
		for range stop {
			_, _ = first.Next()
		}
		rest, err := posts.Resume(strings.NewReader(in), format, first.Pos())
		if err != nil {
			t.Fatalf("resume: %v", err)
		}
		if got := read(rest); fmt.Sprint(got) != fmt.Sprint(whole[stop:]) {
			t.Fatalf("behind %d of %q\ngot  %q\nwant %q", stop, in, got, whole[stop:])
		}
	})
}

// What is written as CSV or JSON is read back as it was.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.StringMatching(`[ -~\n"',é😀]{0,20}`), 1, 8).Draw(t, "texts")
		var asCSV, asJSON bytes.Buffer
		w := csv.NewWriter(&asCSV)
		_ = w.Write([]string{"id", "text"})
		enc := json.NewEncoder(&asJSON)
		for _, text := range want {
			_ = w.Write([]string{"1", text})
			_ = enc.Encode(care.Mention{ID: "1", Text: text})
		}
		w.Flush()
		for format, in := range map[posts.Format]io.Reader{posts.CSV: &asCSV, posts.JSONL: &asJSON} {
			var got []string
			for m, err := range posts.NewReader(in, format).All() {
				if err != nil {
					t.Fatalf("%s: %v", format, err)
				}
				got = append(got, m.Text)
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: got %q, want %q", format, got, want)
			}
		}
	})
}

func drawInput(t *rapid.T) (posts.Format, string) {
	format := rapid.SampledFrom([]posts.Format{posts.JSONL, posts.CSV}).Draw(t, "format")
	lines := map[posts.Format][]string{
		posts.JSONL: {`{"id":"1","text":"a"}`, `{"id":"2","text":"é"}`, "", "nonsense", `{"id":3}`},
		posts.CSV:   {"1,a", "2,\"b\nc\"", "", "3,d,e", ",f", "4,\"g\""},
	}[format]
	in := rapid.SliceOfN(rapid.SampledFrom(lines), 0, 12).Draw(t, "lines")
	if format == posts.CSV {
		in = append([]string{"id,text"}, in...)
	}
	end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end")
	return format, strings.Join(in, end) + rapid.SampledFrom([]string{"", end}).Draw(t, "last")
}

func FuzzReader(f *testing.F) {
	f.Add([]byte("{\"id\":\"1\",\"text\":\"a\"}\n{\n\n"), byte(0))
	f.Add([]byte("id,text\n1,\"a\nb\"\n2,\"c\n"), byte(1))
	f.Add([]byte("\uFEFFid,text\r\n1,a\"b\r\n\"\"\"\",\"\n"), byte(2))
	f.Fuzz(func(t *testing.T, in []byte, which byte) {
		format := []posts.Format{posts.JSONL, posts.CSV, posts.Auto}[which%3]
		r := posts.NewReader(bytes.NewReader(in), format)
		var last posts.Position
		for range bytes.Count(in, []byte("\n")) + 2 {
			m, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err == nil && (m.ID == "" || !utf8.ValidString(m.Text)) {
				t.Fatalf("a post without an ID, or not UTF-8: %+v", m)
			}
			if pos := r.Pos(); pos.Offset <= last.Offset || pos.Offset > int64(len(in)) || r.Line() > pos.Line {
				t.Fatalf("moved from %+v to %+v, line %d", last, pos, r.Line())
			}
			last = r.Pos()
		}
		t.Fatal("more answers than lines")
	})
}

func BenchmarkDecode(b *testing.B) {
	line := []byte(`{"id": "air-570306133677760513", "platform": "x", "author": {"id": "cairdin", "handle": "cairdin"}, "created_at": "2015-02-24T11:35:00Z", "text": "@VirginAmerica What @dhepburn said.", "brand": "Virgin America", "sentiment": "neutral"}`)
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		if _, err := posts.Decode(line); err != nil {
			b.Fatal(err)
		}
	}
}
