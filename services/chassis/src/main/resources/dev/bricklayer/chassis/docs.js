// Without validatorUrl the page would show the description to a server of its makers.
SwaggerUIBundle({ url: "/openapi.yaml", dom_id: "#calls", deepLinking: true, validatorUrl: null });
