package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"goodgraces/config"
	"goodgraces/connectors"
)

// keptElsewhere finds the secrets that would go to another address than the one
// that they were given for. Who may change a connector may not learn them so.
func keptElsewhere(r *http.Request, spec connectors.Spec, before, now config.Connector) (problems []config.Problem) {
	if !otherAddress(spec, before, now) {
		return nil
	}
	for _, set := range spec.Settings {
		_, had := before.Settings[set.Key]
		_, has := now.Settings[set.Key]
		problem := config.Problem{Key: "settings." + set.Key}
		switch env := before.Env[set.Key]; {
		case !set.Secret || !had:
			continue
		case env != "":
			problem.Message = "is set by " + env + " and would go to another address: change the address there too, or unset that variable and type the secret here"
		case has && formText(r, fieldPrefix+set.Key) == "":
			problem.Message = "must be typed anew: an address is another one, and what is kept would go there"
		default:
			continue
		}
		problems = append(problems, problem)
	}
	return problems
}

// otherAddress reports whether the form changes where a connector calls.
func otherAddress(spec connectors.Spec, before, now config.Connector) bool {
	was, _ := spec.Decode(before.Settings) // what cannot be decoded cannot be saved either
	is, _ := spec.Decode(now.Settings)
	return slices.ContainsFunc(spec.Settings, func(set connectors.Setting) bool {
		a, b := was[set.Key], is[set.Key]
		address := set.Kind == connectors.KindURL || set.Address || holdsAddress(a) || holdsAddress(b)
		return address && !set.Secret && now.Env[set.Key] == "" && !reflect.DeepEqual(a, b)
	})
}

func holdsAddress(v any) bool { return strings.Contains(fmt.Sprint(v), "://") }

// strayPaths finds the paths that are typed and lead to what is not the
// connectors': whoever sets them up in the desk need not be let into the machine.
func strayPaths(cfg *config.Config, spec connectors.Spec, before, now config.Connector) (problems []config.Problem) {
	for _, set := range spec.Settings {
		path, _ := now.Settings[set.Key].(string)
		if set.Kind == connectors.KindPath && path != "" && path != before.Settings[set.Key] && !holdsPosts(cfg, path) {
			problems = append(problems, config.Problem{Key: "settings." + set.Key, Message: fmt.Sprintf(
				"must lie in the data folder (%s) and be a folder that is there, or end in .jsonl, .ndjson or .csv; graces.yaml may name any other place", cfg.Data)})
		}
	}
	return problems
}

// holdsPosts reports whether a path may be read and written for the form: within
// the data folder, and none of the daemon's own files.
func holdsPosts(cfg *config.Config, path string) bool {
	place, err := realPath(path)
	if err != nil || !within(cfg.Data, place) || within(cfg.ConnectorsFolder(), place) {
		return false
	}
	info, err := os.Stat(place)
	return err == nil && info.IsDir() || slices.Contains([]string{".jsonl", ".ndjson", ".csv"}, filepath.Ext(place))
}

func within(folder, place string) bool {
	folder, err := realPath(folder)
	if err != nil {
		return false
	}
	rest, err := filepath.Rel(folder, place)
	return err == nil && filepath.IsLocal(rest)
}

// realPath is where a path leads, whether or not there is something yet.
func realPath(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	place, err := filepath.EvalSymlinks(path)
	if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(path) == path {
		return place, err
	}
	dir, err := realPath(filepath.Dir(path))
	return filepath.Join(dir, filepath.Base(path)), err
}
