package store

import "context"

const templateColumns = "t.name, t.version, t.body, t.actor, t.at"

func scanTemplate(row scanner) (t TemplateVersion, err error) {
	return t, row.Scan(&t.Name, &t.Version, &t.Body, &t.Actor, (*millisField)(&t.At))
}

// SaveTemplate saves the next version of a template.
func (s *Store) SaveTemplate(ctx context.Context, tpl TemplateVersion) (TemplateVersion, error) {
	err := s.update(ctx, func(t *tx) error {
		last, err := one(ctx, t, scanNumber, "SELECT COALESCE(MAX(version), 0) FROM templates WHERE name = $1", tpl.Name)
		if err != nil {
			return err
		}
		tpl.Version = int(last) + 1
		t.note(tpl.At, tpl.Actor, "template.saved", tpl.Name, map[string]int{"version": tpl.Version})
		return exec(ctx, t, "INSERT INTO templates (name, version, body, actor, at) VALUES ($1, $2, $3, $4, $5)",
			tpl.Name, int64(tpl.Version), tpl.Body, tpl.Actor, millis(tpl.At))
	})
	return tpl, err
}

// Templates lists the newest version of each template, by name.
func (s *Store) Templates(ctx context.Context) ([]TemplateVersion, error) {
	all, err := collect(ctx, s.read, scanTemplate, "SELECT "+templateColumns+` FROM templates t
		WHERE t.version = (SELECT MAX(version) FROM templates WHERE name = t.name) ORDER BY t.name`)
	return all, explain(err)
}

// TemplateVersions lists a template's versions, oldest first.
func (s *Store) TemplateVersions(ctx context.Context, name string) ([]TemplateVersion, error) {
	all, err := collect(ctx, s.read, scanTemplate,
		"SELECT "+templateColumns+" FROM templates t WHERE t.name = $1 ORDER BY t.version", name)
	return all, explain(err)
}
