package ingest

import (
	"context"
	"database/sql"

	"tdkt/data"
	"tdkt/ingest/load"
)

// aliasesOf are the names that the board's decisions in force map.
func aliasesOf(log []load.Decision) []data.BoardAlias {
	var out []data.BoardAlias
	for _, d := range load.InForce(log) {
		if d.Action == load.Map {
			out = append(out, aliasOf(d))
		}
	}
	return out
}

func aliasOf(d load.Decision) data.BoardAlias {
	return data.BoardAlias{Kind: d.Kind, Name: d.Target, Code: d.Code, Valid: d.Valid}
}

func knowWithBoard(ctx context.Context, db *sql.DB) (*Knowledge, error) {
	log, err := load.Decisions(ctx, db)
	if err != nil {
		return nil, err
	}
	units, err := load.BoardUnits(ctx, db)
	if err != nil {
		return nil, err
	}
	events, err := load.BoardEvents(ctx, db)
	if err != nil {
		return nil, err
	}
	return know(units, events, aliasesOf(log))
}

// Known is the reference as returns are read by now: the embedded lists with the board's names on top.
func Known(ctx context.Context, db *sql.DB) (*data.Reference, error) {
	k, err := knowWithBoard(ctx, db)
	if err != nil {
		return nil, err
	}
	return k.Reference, nil
}
