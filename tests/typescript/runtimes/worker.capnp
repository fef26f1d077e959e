using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["private"])),
  ],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
  bindings = [
    (name = "STOPS", fromEnvironment = "STOPS"),
    (name = "WHMCS_URL", fromEnvironment = "WHMCS_URL"),
    (name = "WHMCS_IDENTIFIER", fromEnvironment = "WHMCS_IDENTIFIER"),
    (name = "WHMCS_SECRET", fromEnvironment = "WHMCS_SECRET"),
  ],
);
