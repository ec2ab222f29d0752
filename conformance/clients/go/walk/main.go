// Launches an instance through each vendor's Go SDK and releases it again: walk http|https. Over
// https it trusts the authority that SSL_CERT_FILE names.
package main

import (
	"fmt"
	"os"
	"time"
)

const waitMax = time.Minute

func main() {
	scheme := os.Args[1]
	walkTencent(scheme)
	walkAliyun(scheme)
}

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func require(holds bool, what string) {
	if !holds {
		fmt.Fprintln(os.Stderr, "it does not hold that "+what)
		os.Exit(1)
	}
}

func until(what string, holds func() bool) {
	end := time.Now().Add(waitMax)
	for !holds() {
		require(time.Now().Before(end), what)
		time.Sleep(100 * time.Millisecond)
	}
}
