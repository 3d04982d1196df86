package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"goodgraces/responder/templates"
	"goodgraces/store"
)

func newTemplatesShow(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME [VERSION]",
		Short: "Print a template: the one in force, or a version (v3, folder, shipped)",
		Args:  between(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.withShelf(cmd, "text", false, func(s *shelf) error {
				body, _, err := s.text(args[0], slices.Concat(args[1:], []string{""})[0])
				if err != nil {
					return err
				}
				_, err = io.WriteString(cmd.OutOrStdout(), body)
				return err
			})
		},
	}
}

// between asks for least to most arguments.
func between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.RangeArgs(least, most)(cmd, args); err != nil {
			return &usageError{err}
		}
		return nil
	}
}

// text finds a template's text by name and version: "" is the one in force,
// else shipped, folder, or a number of the desk's. It also tells what to call
// it.
func (s *shelf) text(name, version string) (body, title string, err error) {
	switch version {
	case "":
		if t := s.tones.Load().Template(name); t != nil {
			return t.Body, fmt.Sprintf("%s %s", name, t.Version), nil
		}
		return "", "", fmt.Errorf("templates: no template %q is in force; 'graces templates list' tells which are", name)
	case string(templates.Shipped), string(templates.Folder):
		for _, t := range s.tones.below(templates.Origin(version)) {
			if t.Name == name {
				return t.Body, name + " " + version, nil
			}
		}
		return "", "", fmt.Errorf("templates: there is no %s template %q", version, name)
	}
	n, err := versionNumber(version)
	if err != nil {
		return "", "", err
	}
	v, err := s.version(name, n)
	return v.Body, fmt.Sprintf("%s v%d", name, n), err
}

// versionNumber reads v3 or 3.
func versionNumber(version string) (int, error) {
	n, err := strconv.Atoi(strings.TrimPrefix(version, "v"))
	if err != nil || n < 1 {
		return 0, &usageError{fmt.Errorf("version %q: must be a number such as v3, folder or shipped", version)}
	}
	return n, nil
}

// version reads a version of the desk's.
func (s *shelf) version(name string, n int) (store.TemplateVersion, error) {
	err := store.ErrNotFound
	var v store.TemplateVersion
	if s.store != nil {
		v, err = s.store.TemplateVersion(s.cmd.Context(), name, n)
	}
	if errors.Is(err, store.ErrNotFound) {
		err = fmt.Errorf("templates: the desk has no version %d of %q; 'graces templates versions %s' lists them", n, name, name)
	}
	return v, err
}
