// Package codechart holds the code charts of the alphabets in which Vietnamese was written before
// Unicode, written from the published ones. ingest/grid/alphabet reads by them; the samples are
// written by them.
package codechart
