package desk

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"time"
)

//go:embed static
var staticFiles embed.FS

// assets serves the embedded style and script under an address that changes
// with their content, so that browsers may keep them for ever.
type assets struct {
	version string
	files   map[string][]byte
}

func loadAssets() (assets, error) {
	a := assets{files: map[string][]byte{}}
	sum := sha256.New()
	entries, err := fs.ReadDir(staticFiles, "static")
	if err != nil {
		return a, fmt.Errorf("desk: embedded files: %w", err)
	}
	for _, e := range entries { // ReadDir sorts by name, so the version is stable
		body, err := fs.ReadFile(staticFiles, "static/"+e.Name())
		if err != nil {
			return a, fmt.Errorf("desk: embedded files: %w", err)
		}
		a.files[e.Name()] = body
		fmt.Fprintf(sum, "%s %d\n", e.Name(), len(body))
		sum.Write(body)
	}
	a.version = hex.EncodeToString(sum.Sum(nil))[:12]
	return a, nil
}

// url is the address of a file.
func (a assets) url(name string) (string, error) {
	if _, ok := a.files[name]; !ok {
		return "", fmt.Errorf("desk: no embedded file %s", name)
	}
	return "/static/" + a.version + "/" + name, nil
}

func (a assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	body, ok := a.files[name]
	if !ok || r.PathValue("version") != a.version {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(body))
}
