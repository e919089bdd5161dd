package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ErrNotPublished says that there is no copy for readers yet.
var ErrNotPublished = errors.New("nothing is published yet")

// private are tables of a public prefix that the published copy must not hold: people, what depends on the day, and what
// depends on the build before.
var private = append([]string{"fct_award_person", "meta_run"}, changeTables...)

// masked are public tables that leave with less than the warehouse holds.
var masked = map[string]string{
	"fct_finding": "select * replace (case when is_personal then '' else got end as got) from main.fct_finding",
}

// Publish writes the readers' copy of the warehouse at dbPath and moves the pointer to it; it gives the path of the copy.
// The copy holds dim_, fct_ (less fct_award_person), mart_ and meta_ tables, each in the order of its grain. A copy of the
// same contents is not written twice. Killed at any moment, the pointer names a whole copy: the file is written aside,
// synced and renamed before the pointer moves. The copy named before stays for readers about to open it; older ones and
// what a kill left go.
func Publish(ctx context.Context, db *sql.DB, dbPath string) (string, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return "", fmt.Errorf("publish: %w", err)
	}
	defer conn.Close()
	id, err := publicationID(ctx, conn)
	if err != nil {
		return "", fmt.Errorf("publish: %w", err)
	}
	final := copyPath(dbPath, id)
	before, err := Pointer(dbPath)
	if err != nil && !errors.Is(err, ErrNotPublished) {
		return "", err
	}
	if err := sweep(dbPath, before, final); err != nil {
		return "", fmt.Errorf("publish: %w", err)
	}
	if _, err := os.Stat(final); errors.Is(err, fs.ErrNotExist) {
		if err := writeCopy(ctx, conn, final); err != nil {
			return "", fmt.Errorf("publish %s: %w", final, err)
		}
	} else if err != nil {
		return "", fmt.Errorf("publish: %w", err)
	}
	if before != final {
		if err := movePointer(dbPath, final); err != nil {
			return "", fmt.Errorf("publish: %w", err)
		}
	}
	return final, nil
}

// Pointer gives the path of the published copy of the warehouse at dbPath, or ErrNotPublished.
func Pointer(dbPath string) (string, error) {
	text, err := os.ReadFile(pointerPath(dbPath))
	if errors.Is(err, fs.ErrNotExist) {
		return "", ErrNotPublished
	}
	if err != nil {
		return "", err
	}
	name := strings.TrimSpace(string(text))
	if name == "" || name != filepath.Base(name) {
		return "", fmt.Errorf("%s: names no file: %q", pointerPath(dbPath), name)
	}
	return filepath.Join(filepath.Dir(dbPath), name), nil
}

func pointerPath(dbPath string) string { return dbPath + ".pub" }

func copyPath(dbPath, id string) string {
	return strings.TrimSuffix(dbPath, ".duckdb") + ".pub-" + id + ".duckdb"
}

// publicationID names the contents: the last green build and the returns taken in since.
func publicationID(ctx context.Context, q querier) (string, error) {
	ids := map[string]string{}
	for table, key := range map[string]string{"meta_build": "build_id", "meta_intake": "intake_id"} {
		var there int
		query := "select count(*) from duckdb_tables() where database_name = current_database() and table_name = ?"
		if err := q.QueryRowContext(ctx, query, table).Scan(&there); err != nil {
			return "", err
		}
		if there == 0 {
			continue
		}
		var id string
		if err := q.QueryRowContext(ctx, "select "+key+" from "+table).Scan(&id); err != nil {
			return "", err
		}
		ids[table] = id
	}
	switch build, intake := ids["meta_build"], ids["meta_intake"]; {
	case intake == "":
		return "", errors.New("nothing is built yet")
	case build == intake:
		return build, nil
	default:
		return digest(build, intake)[:16], nil
	}
}

// writeCopy writes the public tables to a file aside, syncs it and renames it to final.
func writeCopy(ctx context.Context, conn *sql.Conn, final string) (err error) {
	aside := final + ".tmp"
	tables, views, err := publicTables(ctx, conn)
	if err != nil {
		return err
	}
	var home string
	if err := conn.QueryRowContext(ctx, "select current_database()").Scan(&home); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "attach "+quoted(aside)+" as publication"); err != nil {
		return err
	}
	attached := true
	defer func() {
		if attached {
			_, back := conn.ExecContext(context.WithoutCancel(ctx), "use "+identifier(home))
			_, detach := conn.ExecContext(context.WithoutCancel(ctx), "detach publication")
			err = errors.Join(err, back, detach, os.Remove(aside))
		}
	}()
	for _, s := range slices.Concat(tables, []string{"use publication"}, views, []string{"use " + identifier(home)}) {
		if _, err := conn.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	if _, err := conn.ExecContext(ctx, "checkpoint publication"); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "detach publication"); err != nil {
		return err
	}
	attached = false
	return settle(aside, final)
}

// publicTables gives the statements that write each public table and view that stands, in order of name.
func publicTables(ctx context.Context, conn *sql.Conn) (tables, views []string, err error) {
	g, err := embeddedGraph()
	if err != nil {
		return nil, nil, err
	}
	models := map[string]Model{}
	for _, m := range g.Order {
		if isPublic(m.Name) {
			models[m.Name] = m
		}
	}
	kinds, err := standing(ctx, conn)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(kinds)) {
		m, isModel := models[name]
		switch {
		case slices.Contains(private, name) || !isModel && !strings.HasPrefix(name, "meta_"):
		case m.IsView: // made within the copy, of the tables there
			views = append(views, "create view "+name+" as\n"+m.SQL)
		default:
			tables = append(tables, "create table publication."+name+" as "+m.contents(name))
		}
	}
	return tables, views, nil
}

// contents selects what readers see of a table, in the order of its grain.
func (m Model) contents(name string) string {
	query, isMasked := masked[name]
	switch {
	case !isMasked && m.isOrdered(): // as it stands
		return "select * from main." + name
	case !isMasked:
		query = "select * from main." + name
	}
	if len(m.Grain) == 0 {
		return query + " order by all"
	}
	return query + " order by " + strings.Join(m.Grain, ", ")
}

func isPublic(name string) bool {
	for _, prefix := range []string{"dim_", "fct_", "mart_"} {
		if strings.HasPrefix(name, prefix) {
			return !slices.Contains(private, name)
		}
	}
	return false
}

// movePointer makes the pointer name the copy.
func movePointer(dbPath, final string) error {
	pointer := pointerPath(dbPath)
	if err := os.WriteFile(pointer+".tmp", []byte(filepath.Base(final)+"\n"), 0o644); err != nil {
		return err
	}
	return settle(pointer+".tmp", pointer)
}

// settle syncs a file, gives it its name, and syncs the folder.
func settle(aside, final string) error {
	if err := syncFile(aside); err != nil {
		return err
	}
	if err := os.Rename(aside, final); err != nil {
		return err
	}
	return syncFile(filepath.Dir(final))
}

func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// sweep removes what a kill left half-written and copies that no pointer names any more. A copy that cannot be removed
// is held by a reader and waits for the next publication.
func sweep(dbPath string, keep ...string) error {
	dir, base := filepath.Dir(dbPath), filepath.Base(copyPath(dbPath, ""))
	prefix := strings.TrimSuffix(base, ".duckdb")
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		path := filepath.Join(dir, name)
		half := name == filepath.Base(pointerPath(dbPath))+".tmp" ||
			strings.HasPrefix(name, prefix) && (strings.HasSuffix(name, ".tmp") || strings.HasSuffix(name, ".wal"))
		old := strings.HasPrefix(name, prefix) && strings.HasSuffix(name, ".duckdb") && !slices.Contains(keep, path)
		if half {
			if err := os.Remove(path); err != nil {
				return err
			}
		} else if old {
			_ = os.Remove(path) // held by a reader: next time
		}
	}
	return nil
}

func identifier(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
