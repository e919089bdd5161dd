package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// grace is how long the pages in the making have when the program is told to end.
const grace = 3 * time.Second

func (a *app) serveCommand() *cobra.Command {
	var port int
	var asOf string
	c := &cobra.Command{
		Use: "serve", Short: a.texts.Get("cmd.serve.short"), Long: a.texts.Get("cmd.serve.long"),
		Args: a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if port < 0 || port > 65535 {
				return a.wrong("port", port)
			}
			on, err := a.asOf(asOf)
			if err != nil {
				return err
			}
			o := a.office()
			o.AsOf = on
			l, err := a.listen(cmd.Context(), port)
			if err != nil {
				return err
			}
			fmt.Fprintf(a.Out, "http://%s/\n", l.Addr())
			if !a.quiet {
				fmt.Fprintln(a.Err, a.texts.Get("cmd.serve.stop"))
			}
			return serveUntil(cmd.Context(), l, &http.Server{
				Handler: o.Serve(func(err error) {
					fmt.Fprintf(a.Err, "tdkt: %s\n", a.texts.Get("cmd.serve.behind", o.Explain(err)))
				}),
				ReadHeaderTimeout: 10 * time.Second,
				ErrorLog:          log.New(a.Err, "tdkt: ", 0),
			})
		},
	}
	c.Flags().IntVar(&port, "port", 8765, a.texts.Get("cmd.flag.port"))
	c.Flags().StringVar(&asOf, "as-of", "", a.texts.Get("cmd.flag.as_of"))
	return c
}

// listen opens a port to this machine only.
func (a *app) listen(ctx context.Context, port int) (net.Listener, error) {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, errors.New(a.texts.Get("cmd.serve.taken", port, port%65535+1))
	}
	if err != nil {
		return nil, errors.New(a.texts.Get("cmd.serve.no_listen", port, err))
	}
	return l, nil
}

// serveUntil serves till the program is told to end, which is how it ends well.
func serveUntil(ctx context.Context, l net.Listener, s *http.Server) error {
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, stop := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer stop()
	if err := s.Shutdown(last); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return s.Close()
}
