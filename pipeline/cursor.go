package pipeline

import "context"

// leaseName names the right to read a connector: one process has it, of whatever
// type the connector is.
func (r *reader) leaseName() string { return "connector/" + r.name }

// cursorName names a connector's cursor: that of another type is never read, which
// may have had the same name before. Where that type comes back, so does its cursor.
func (r *reader) cursorName() string { return "cursor/" + r.kind + "/" + r.name }

// cursor is where reading goes on. Cursors had the leases' names at first:
// such a one is the connector's, and moves.
func (r *reader) cursor(ctx context.Context) (string, error) {
	saved, err := r.Store.Cursor(ctx, r.cursorName())
	if saved != "" || err != nil {
		return saved, err
	}
	earlier, err := r.Store.Cursor(ctx, r.leaseName())
	if earlier == "" || err != nil {
		return "", err
	}
	if err := r.Store.SaveCursor(ctx, r.cursorName(), earlier); err != nil {
		return "", err
	}
	return earlier, r.Store.SaveCursor(ctx, r.leaseName(), "")
}
