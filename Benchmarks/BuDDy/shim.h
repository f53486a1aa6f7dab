// BuDDy, the decision diagrams that Debian has (libbdd-dev), for `make bench-diagrams`.
#include <stdio.h>
#include <bdd.h>
