/** An application of others: it requires what it names, and what that speaks of comes along. */
module com.example.modular {
    // Brings the model, the calculator, the client of Patroni, the secrets, the bundle and the PKI.
    requires io.github.pg1c.ops;
    requires io.github.pg1c.patroni.testkit;
}
